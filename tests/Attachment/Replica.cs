using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.Api.Files;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Sealing;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Attachment.Tests;

/// <summary>Attachment on the real server, for limits on the size of requests are that one's own.</summary>
sealed class Replica : ServiceReplica<Program, AttachmentDbContext>
{
    public Replica(Installation installation, (string Key, string Value)[] settings) : base(installation, settings) => UseKestrel();

    public Receipts Receipts { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // Not by UseKestrel(0): it sets the port after the program may have started its server.
        builder.UseSetting("urls", "http://127.0.0.1:0");
    }

    public override async Task ReadyAsync()
    {
        StartServer();
        await base.ReadyAsync();
        var bus = Services.GetRequiredService<IBusControl>();
        await bus.ConnectReceiveEndpoint(new TemporaryEndpointDefinition(), null, x => x.Instance(Receipts)).Ready;
    }

    public async Task<HttpResponseMessage> SendAsync(
        byte[] file, string name = "screen.png", string type = "image/png", HttpClient? by = null)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var form = new MultipartFormDataContent { { content, "file", name } };
        return await (by ?? CreateClient()).PostAsync("/api/attachments", form);
    }

    public async Task<Uploaded> UploadAsync(byte[] file, string name = "screen.png")
    {
        var response = await SendAsync(file, name);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var answer = (await response.Content.ReadFromJsonAsync<UploadFileResponse>())!;
        var receipt = Seals.Open<UploadReceipt>(answer.Receipt)!;
        Assert.Equal((answer.FileName, answer.ContentType, answer.Size), (receipt.FileName, receipt.ContentType, receipt.Size));
        var attached = new AttachedFile
        {
            Id = receipt.Id, FileName = receipt.FileName, ContentType = receipt.ContentType, Size = receipt.Size,
        };
        return new(receipt.Id, answer, attached);
    }

    public string Grant(Guid file, Guid ticket) => Seals.Seal(new DownloadGrant(file, ticket), TimeSpan.FromMinutes(10));

    public Task<HttpResponseMessage> DownloadAsync(Guid file, string? grant) =>
        CreateClient().GetAsync($"/api/attachments/{file}?grant={grant}");

    public async Task<HttpStatusCode> DownloadStatusAsync(Guid file, Guid ticket) =>
        (await DownloadAsync(file, Grant(file, ticket))).StatusCode;

    public sealed record Uploaded(Guid Id, UploadFileResponse Answer, AttachedFile Attached);
}
