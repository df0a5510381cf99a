package dev.hoso.local.storage;

import java.io.InputStream;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A store that tells of every object that is put into it, once it is there. */
final class WatchedStore extends ForwardingBlobStore {
  private volatile Consumer<StoredObject> listener = put -> {};

  WatchedStore(BlobStore store) {
    super(store);
  }

  void tell(Consumer<StoredObject> told) {
    listener = told;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    PutObjectResponse response = super.putBlob(request, content);
    tell(request.bucket(), request.key(), "Put");
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse response = super.copyBlob(request);
    tell(request.destinationBucket(), request.destinationKey(), "Copy");
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
    tell(upload.containerName(), upload.blobName(), "CompleteMultipartUpload");
    return response;
  }

  private void tell(String bucket, String key, String event) {
    HeadObjectResponse now = blobMetadata(bucket, key);
    listener.accept(
        new StoredObject(bucket, key, "ObjectCreated:" + event, now.eTag(), now.contentLength()));
  }
}
