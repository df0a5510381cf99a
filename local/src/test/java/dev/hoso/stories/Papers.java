package dev.hoso.stories;

/** What a department's system sends for a result. */
final class Papers {
  /** Values for the template of 2.000635, a copy of a civil status extract. */
  static final String FIELDS =
      """
      {"fields":{"requester":"Nguyễn Thị Hoa","event":"Khai sinh","fullName":"Nguyễn Thị Hoa",\
      "birthDate":"02/9/1990","sex":"Nữ","nationality":"Việt Nam",\
      "register":"Sổ đăng ký khai sinh số 12/1990","registered":"10/9/1990"}}""";

  private Papers() {}
}
