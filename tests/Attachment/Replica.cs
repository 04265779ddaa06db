using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Sealing;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Attachment.Tests;

/// <summary>One process of the service, as its Program builds it.</summary>
sealed class Replica : WebApplicationFactory<Program>
{
    readonly Installation _installation;
    readonly (string Key, string Value)[] _settings;

    public Replica(Installation installation, (string Key, string Value)[] settings)
    {
        (_installation, _settings) = (installation, settings);
        // The real server: limits on the size of requests are its own.
        UseKestrel();
    }

    public Receipts Receipts { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Not by UseKestrel(0): it sets the port after the program may have started its server.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("ConnectionStrings:attachment", _installation.Database);
        builder.UseSetting("ConnectionStrings:rabbitmq", _installation.Broker);
        builder.UseSetting("DataProtection:Keys", _installation.Keys);
        builder.UseSetting("Storage:Root", _installation.Storage);
        builder.UseSetting("Purge:Poll", "00:00:00.100");
        builder.UseSetting("Uploads:SweepEvery", "00:00:00.100");
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(x => x.ClearProviders());
        builder.ConfigureServices(x => x.AddSingleton<TimeProvider>(_installation.Clock));
    }

    public async Task ReadyAsync()
    {
        StartServer();
        var bus = Services.GetRequiredService<IBusControl>();
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        await bus.ConnectReceiveEndpoint(new TemporaryEndpointDefinition(), null, x => x.Instance(Receipts)).Ready;
    }

    /// <summary>An event as it comes from the broker.</summary>
    public Task HearAsync<T>(T message, Guid? id = null) where T : class => Services.GetRequiredService<IBus>().Publish(message, x => x.MessageId = id ?? Guid.CreateVersion7());

    public async Task<HttpResponseMessage> SendAsync(byte[] file, string name = "screen.png", string type = "image/png")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var form = new MultipartFormDataContent { { content, "file", name } };
        return await CreateClient().PostAsync("/api/attachments", form);
    }

    public async Task<Uploaded> UploadAsync(byte[] file, string name = "screen.png")
    {
        var response = await SendAsync(file, name);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var answer = (await response.Content.ReadFromJsonAsync<Answer>())!;
        var receipt = Services.GetRequiredService<Seals>().Open<UploadReceipt>(answer.Receipt)!;
        Assert.Equal((answer.FileName, answer.ContentType, answer.Size), (receipt.FileName, receipt.ContentType, receipt.Size));
        return new(receipt.Id, answer, new AttachedFile { Id = receipt.Id, FileName = receipt.FileName, ContentType = receipt.ContentType, Size = receipt.Size });
    }

    public string Grant(Guid file, Guid ticket) => Services.GetRequiredService<Seals>().Seal(new DownloadGrant(file, ticket), TimeSpan.FromMinutes(10));

    public Task<HttpResponseMessage> DownloadAsync(Guid file, string? grant) => CreateClient().GetAsync($"/api/attachments/{file}?grant={grant}");

    public async Task<HttpStatusCode> DownloadStatusAsync(Guid file, Guid ticket) => (await DownloadAsync(file, Grant(file, ticket))).StatusCode;

    public sealed record Answer(string Receipt, string FileName, string ContentType, long Size);

    public sealed record Uploaded(Guid Id, Answer Answer, AttachedFile Attached);
}
