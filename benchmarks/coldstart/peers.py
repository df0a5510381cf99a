"""The functions that are measured, unpacked as Lambda unpacks them: ours as template.yaml has them, and the plain one."""
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from common import ROOT
from stories import STORIES, webhook

HERE = Path(__file__).absolute().parent
OUT = HERE / "target" / "bench"
PLAIN = "plain"


@dataclass(frozen=True)
class Peer:
    """A function; a name that ends in +aot is started with an AOT cache."""
    name: str
    package: Path
    handler: str
    story: object

    @property
    def aot(self):
        return self.name.endswith("+aot")

    @property
    def folder(self):
        """Where its package lies unpacked. Two functions of one package have a folder each, as on Lambda."""
        return OUT / self.name

    @property
    def cache(self):
        return OUT / f"{self.name}.aot"

    def unpack(self):
        if self.folder.exists() and self.folder.stat().st_mtime > self.package.stat().st_mtime:
            return  # A cache fits the very files that it was made with.
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        with zipfile.ZipFile(self.package) as package:
            package.extractall(self.folder)
        if self.aot:
            self.put_own_classes_into_jar()

    def put_own_classes_into_jar(self):
        """
        A cache holds classes out of jars only, so a function that has one is laid out like that. The jar names its folders
        too: Micronaut finds its beans by them.
        """
        own = [f for f in self.folder.rglob("*") if f.relative_to(self.folder).parts[0] != "lib"]
        with zipfile.ZipFile(self.folder / "function.jar", "w", zipfile.ZIP_DEFLATED) as jar:
            for file in own:
                jar.write(file, file.relative_to(self.folder))

    def class_path(self):
        """
        Nothing of its own where it is deployed as a zip: the runtime client loads the folder it is started in, and
        lib/*.jar by name. A cache needs the jars on the class path proper, which an image or a custom runtime can have.
        """
        return [self.folder / "function.jar", *sorted((self.folder / "lib").glob("*.jar"))] if self.aot else []

    def java_options(self, train):
        if not self.aot:
            return []
        # Mode "on" fails where the cache does not fit, instead of starting slowly and being measured so.
        return [f"-XX:AOTCacheOutput={self.cache}"] if train else [f"-XX:AOTCache={self.cache}", "-XX:AOTMode=on"]

    def megabytes(self):
        size = f"{self.package.stat().st_size / 1e6:.1f}"
        return f"{size} + {self.cache.stat().st_size / 1e6:.0f}" if self.aot else size


def peers(names):
    """Those that are named, or all of them: plain, and every function of the template."""
    functions = {PLAIN: (HERE / "plain/target/function.zip", "dev.hoso.plain.PlainHandler", webhook)} | of_template()
    return [Peer(n, *functions[n.removesuffix("+aot")]) for n in names or [*functions, *(f"{f}+aot" for f in functions)]]


def of_template():
    """Package and handler stand on lines of their own in template.yaml, so this needs no reader of YAML."""
    found = {}
    for name, body in re.findall(r"^  (\w+):\n    Type: AWS::Serverless::Function\n((?:    .*\n|\n)+)", (ROOT / "template.yaml").read_text(), re.M):
        package, handler = (re.search(rf"^ +{key}: (\S+)$", body, re.M).group(1) for key in ("CodeUri", "Handler"))
        if name not in STORIES:
            raise SystemExit(f"stories.py does not say what {name} is asked")
        found[name] = (ROOT / package, handler, STORIES[name])
    return {name: found[name] for name in STORIES if name in found}
