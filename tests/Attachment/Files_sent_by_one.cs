using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Attachment.Tests.Pictures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Attachment.Tests;

/// <summary>Each may send 5 MiB at once here; a small file counts for 256 KiB, so that is twenty.</summary>
public sealed class Files_sent_by_one(ServiceWithSmallShares shared) : IClassFixture<ServiceWithSmallShares>
{
    const int Most = 20;
    readonly Replica _service = shared.Service;

    [Fact]
    public async Task F9_one_network_cannot_send_without_end_and_others_still_can()
    {
        await SendAllAsync(() => From("198.51.100.7"));
        var refused = await _service.SendAsync(Build.Png(), by: From("198.51.100.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Equal("urn:helpdesk:problem:too-many-uploads",
            (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(Build.Png(), by: From("198.51.100.8"))).StatusCode);
    }

    [Fact]
    public async Task F9_who_has_a_64_has_one_share_and_not_as_many_as_he_has_addresses()
    {
        var host = 0;
        await SendAllAsync(() => From($"2001:db8:1:2::{++host:x}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _service.SendAsync(Build.Png(), by: From("2001:db8:1:2:ffff::1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(Build.Png(), by: From("2001:db8:1:3::1"))).StatusCode);
    }

    [Fact]
    public async Task F9_a_customer_has_one_share_from_wherever_he_sends_and_none_beside_his_networks()
    {
        var (account, host) = (Guid.CreateVersion7(), 0);
        await SendAllAsync(() => From($"203.0.113.{++host}", account, AccountRoles.Customer));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _service.SendAsync(Build.Png(), by: From("203.0.113.200", account, AccountRoles.Customer))).StatusCode);

        await SendAllAsync(() => From("203.0.113.100"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _service.SendAsync(Build.Png(), by: From("203.0.113.100", Guid.CreateVersion7(), AccountRoles.Customer))).StatusCode);
    }

    [Fact]
    public async Task Strangers_of_their_network_do_not_keep_the_staff_from_working()
    {
        await SendAllAsync(() => From("192.0.2.1"));
        var agent = Guid.CreateVersion7();
        await SendAllAsync(() => From("192.0.2.1", agent, AccountRoles.Agent));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _service.SendAsync(Build.Png(), by: From("192.0.2.1", agent, AccountRoles.Agent))).StatusCode);
    }

    [Fact]
    public async Task A_large_file_counts_for_its_size_and_what_was_refused_lies_nowhere()
    {
        var large = Build.Large(4_900_000);
        Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(large, by: From("192.0.2.77"))).StatusCode);
        var kept = shared.Installation.FilesOnDisk().Length;
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _service.SendAsync(large, by: From("192.0.2.77"))).StatusCode);
        Assert.Equal(kept, shared.Installation.FilesOnDisk().Length);
    }

    async Task SendAllAsync(Func<HttpClient> by)
    {
        for (var i = 0; i < Most; i++)
            Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(Build.Png(), by: by())).StatusCode);
    }

    /// <summary>Somebody at this address, as the gateway tells it.</summary>
    HttpClient From(string address, Guid? account = null, string? role = null)
    {
        var client = account is { } id ? _service.As(id, "Ana", "ana@example.org", role!) : _service.CreateClient();
        foreach (var (name, value) in _service.From(address))
            client.DefaultRequestHeaders.Add(name, value);
        return client;
    }
}

public sealed class ServiceWithSmallShares() : RunningService(("Uploads:KibibytesPerSender", "5120"));
