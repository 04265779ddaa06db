using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Ticketing;

/// <summary>Reads ticket numbers in addresses as people write them.</summary>
static class TicketNumberFilter
{
    public const string NotANumber = "This is no ticket number. It reads like HD-000123, or 123.";

    static readonly string[] InPaths = ["number", "other"];

    /// <summary>Reads the numbers in the paths of a group; what is no number is no ticket.</summary>
    public static RouteGroupBuilder ReadTicketNumbers(this RouteGroupBuilder api)
    {
        api.AddEndpointFilterFactory((context, next) =>
        {
            int[] places = [.. context.MethodInfo.GetParameters()
                .Where(x => x.ParameterType == typeof(string) && InPaths.Contains(x.Name)).Select(x => x.Position)];
            return places.Length == 0 ? next : invocation => Read(places, invocation) ? next(invocation)
                : ValueTask.FromResult<object?>(Problem.NotFound("ticket"));
        });
        return api;
    }

    static bool Read(int[] places, EndpointFilterInvocationContext invocation)
    {
        foreach (var place in places)
        {
            if (!TicketNumber.TryParse(invocation.GetArgument<string>(place), out var number))
                return false;
            invocation.Arguments[place] = number;
        }

        return true;
    }
}
