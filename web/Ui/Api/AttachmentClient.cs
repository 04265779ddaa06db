using System.Net.Http.Headers;
using Helpdesk.Api.Files;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Api;

/// <summary>Attachment's API: files on their way to a ticket, and where a browser fetches them.</summary>
public sealed class AttachmentClient(ApiSender api)
{
    const string Attachments = "/api/attachments";

    /// <summary>Whether it is an address under which browsers fetch files from the gateway, and none elsewhere.</summary>
    public static bool IsDownload(string? url) => url?.StartsWith(Attachments + "/", StringComparison.Ordinal) == true;

    public async Task<ApiResult<UploadFileResponse>> UploadAsync(IFormFile file, string? credential, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        using var content = new StreamContent(file.OpenReadStream());
        if (MediaTypeHeaderValue.TryParse(file.ContentType, out var type))
            content.Headers.ContentType = type;
        form.Add(content, "file", Path.GetFileName(file.FileName) is { Length: > 0 } name ? name : "file");
        var request = new ApiRequest(HttpMethod.Post, ServiceNames.Attachment, Attachments, credential) { Content = form };
        return await api.SendAsync<UploadFileResponse>(request, cancellationToken);
    }

    /// <summary>The preview of a picture that no ticket has yet.</summary>
    /// <param name="receipt">What its uploader was given.</param>
    /// <exception cref="HttpRequestException">No replica answers.</exception>
    public Task<HttpResponseMessage> GetPreviewAsync(Guid id, string receipt, CancellationToken cancellationToken) => api.OpenAsync(
        new(HttpMethod.Get, ServiceNames.Attachment, $"{Attachments}/{id}/preview")
        {
            Headers = [(FileHeaders.UploadReceipt, receipt)], Streams = true,
        }, cancellationToken);
}
