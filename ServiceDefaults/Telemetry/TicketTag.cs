using System.Diagnostics;
using Helpdesk.Api.Formats;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>Says in a trace which ticket it is about: its number, and nothing else of it.</summary>
public static class TicketTag
{
    /// <summary>The attribute with the number.</summary>
    public const string Key = "helpdesk.ticket";

    /// <summary>Says it of what goes on now.</summary>
    /// <param name="number">The ticket's number, as it is stored.</param>
    public static void Set(string number) => Activity.Current?.SetTag(Key, number);

    // From the address, or, of a ticket that was just opened, from where the answer says that it is.
    internal static void Find(Activity span, HttpResponse response)
    {
        if (span.GetTagItem(Key) is null && (In(response.HttpContext.Request.Path.Value) ?? In(response.Headers.Location)) is { } number)
            span.SetTag(Key, number);
    }

    static string? In(string? address)
    {
        var steps = address?.Split('/') ?? [];
        var at = Array.IndexOf(steps, "tickets") + 1;
        return at > 0 && at < steps.Length && TicketNumber.TryParse(steps[at], out var number) ? number : null;
    }
}
