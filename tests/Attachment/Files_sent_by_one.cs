using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Attachment.Tests;

/// <summary>Each may send 5 MiB at once here; a small file counts for 256 KiB, so that is twenty.</summary>
public sealed class Files_sent_by_one(ServiceWithSmallShares shared) : IClassFixture<ServiceWithSmallShares>
{
    const int Allowed = 20;
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
    public async Task F9_an_IPv6_network_has_one_share_however_many_addresses_it_has()
    {
        var host = 0;
        await SendAllAsync(() => From($"2001:db8:1:2::{++host:x}"));
        await AssertTooManyAsync(From("2001:db8:1:2:ffff::1"));
        Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(Build.Png(), by: From("2001:db8:1:3::1"))).StatusCode);
    }

    [Fact]
    public async Task F9_a_customer_has_one_share_wherever_they_are_and_none_beside_that_of_their_network()
    {
        var (account, host) = (Guid.CreateVersion7(), 0);
        await SendAllAsync(() => From($"203.0.113.{++host}", account, AccountRoles.Customer));
        await AssertTooManyAsync(From("203.0.113.200", account, AccountRoles.Customer));

        await SendAllAsync(() => From("203.0.113.100"));
        await AssertTooManyAsync(From("203.0.113.100", Guid.CreateVersion7(), AccountRoles.Customer));
    }

    [Fact]
    public async Task Strangers_in_their_network_do_not_keep_staff_from_working()
    {
        await SendAllAsync(() => From("192.0.2.1"));
        var agent = Guid.CreateVersion7();
        await SendAllAsync(() => From("192.0.2.1", agent, AccountRoles.Agent));
        await AssertTooManyAsync(From("192.0.2.1", agent, AccountRoles.Agent));
    }

    [Fact]
    public async Task A_large_file_counts_for_its_size_and_what_was_refused_is_not_stored()
    {
        var large = Build.Large(4_900_000);
        Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(large, by: From("192.0.2.77"))).StatusCode);
        var stored = shared.Installation.FilesOnDisk().Length;
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _service.SendAsync(large, by: From("192.0.2.77"))).StatusCode);
        Assert.Equal(stored, shared.Installation.FilesOnDisk().Length);
    }

    async Task SendAllAsync(Func<HttpClient> by)
    {
        for (var i = 0; i < Allowed; i++)
            Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(Build.Png(), by: by())).StatusCode);
    }

    async Task AssertTooManyAsync(HttpClient by) =>
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _service.SendAsync(Build.Png(), by: by)).StatusCode);

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
