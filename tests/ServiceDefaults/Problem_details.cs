using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Problem_details : IAsyncLifetime
{
    TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(app =>
    {
        app.MapPost("/things", (Thing thing) => thing).AllowAnonymous();
        app.MapGet("/busy", string () => throw new BusyException("Many are here. Please try again.", TimeSpan.FromSeconds(1.2)))
            .AllowAnonymous();
        app.MapGet("/fault", string () => throw new InvalidOperationException("secret detail")).AllowAnonymous();
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"title\": 5}")]
    [InlineData("{\"title\": null}")]
    [InlineData("{}")]
    [InlineData("{\"title\": \"\"}")]
    [InlineData("{\"title\": \"123456\"}")]
    public async Task SE12_bad_input_is_the_callers_fault_and_says_so_in_problem_details(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await _host.Client.PostAsync("/things", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("urn:helpdesk:problem:", (await Read(response)).GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_breaks_a_rule_is_named_as_in_the_request()
    {
        var response = await _host.Client.PostAsJsonAsync("/things", new { title = "123456" }, TestContext.Current.CancellationToken);
        var problem = await Read(response);
        Assert.Equal("urn:helpdesk:problem:invalid", problem.GetProperty("type").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty("title", out _));
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_is_named_as_in_the_request()
    {
        var response = await _host.Client.PostAsJsonAsync("/things", new { title = 5 }, TestContext.Current.CancellationToken);
        Assert.True((await Read(response)).GetProperty("errors").TryGetProperty("title", out _));
    }

    [Fact]
    public async Task Who_has_to_wait_is_told_for_how_long()
    {
        using var response = await _host.Client.GetAsync("/busy", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(2)),
            (response.StatusCode, response.Headers.RetryAfter?.Delta));
        var problem = await Read(response);
        Assert.Equal(("urn:helpdesk:problem:busy", "Many are here. Please try again."),
            (problem.GetProperty("type").GetString(), problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Invalid_utf8_is_the_callers_fault()
    {
        using var content = new ByteArrayContent([.. "{\"title\": \""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        Assert.Equal(HttpStatusCode.BadRequest,
            (await _host.Client.PostAsync("/things", content, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("DELETE", "/things", 405)]
    public async Task An_empty_refusal_gets_a_body(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new("Bearer", _host.Token(TimeSpan.FromHours(1), AccountRoles.Customer));
        var response = await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_fault_of_ours_tells_nothing_of_its_inside()
    {
        var response = await _host.Client.GetAsync("/fault", TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret detail", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", text, StringComparison.Ordinal);
    }

    static async Task<JsonElement> Read(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}

public sealed record Thing([property: Required, StringLength(5, MinimumLength = 1)] string Title);
