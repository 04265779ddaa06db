using System.Net;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Ticketing.Tests;

public sealed class Strangers : TicketingTest
{
    [Fact]
    public void F38_may_write_to_two_addresses_only()
    {
        var open = Addresses().Where(x => x.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(x => $"{x.Method} {x.Endpoint.RoutePattern.RawText!.TrimEnd('/')}");
        Assert.Equal(["POST /api/tickets", "POST /api/tracking/reminders"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task F38_open_no_ticket_at_any_address_with_what_only_looks_like_a_credential()
    {
        var before = await Service.ReadAsync(db => db.Tickets.CountAsync());
        var mail = new { from = "eve@example.org", to = "help@andina.example", subject = "x", body = "x", text = "x",
            categoryId = Category.CategoryId, name = "Eve", email = "eve@example.org", description = "x" };
        foreach (var (endpoint, method) in Addresses())
        {
            var path = System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]+\}", "HD-000001");
            foreach (var header in new[] { ("X-Nothing", "x"), ("Captcha-Pass", "made-up"), ("Authorization", "Bearer made-up"),
                    ("Authorization", "Tracking made-up"), ("X-Forwarded-User", "admin") })
            {
                var answer = await Service.Anonymous().SendAsync(new HttpMethod(method), path, mail, header);
                Assert.True(
                    answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized || path == "/api/tracking/reminders",
                    $"{method} {path} answered {answer.Status} to {header}");
            }
        }

        Assert.Contains(
            (await Service.Anonymous().PostAsync("/intake/email", mail)).Status,
            new[] { HttpStatusCode.NotFound, HttpStatusCode.Unauthorized });
        Assert.Equal(before, await Service.ReadAsync(db => db.Tickets.CountAsync()));
    }

    IEnumerable<(RouteEndpoint Endpoint, string Method)> Addresses() =>
        Service.Services.GetServices<EndpointDataSource>().SelectMany(x => x.Endpoints).OfType<RouteEndpoint>()
            .DistinctBy(x => x.DisplayName)
        .SelectMany(
            x =>
                (x.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Where(y => y is not ("GET" or "HEAD" or "OPTIONS"))
                    .Select(y => (x, y)));
}
