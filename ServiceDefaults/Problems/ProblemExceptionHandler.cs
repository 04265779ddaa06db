using System.Globalization;
using System.Text.Json;
using Helpdesk.Api;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Problems;

/// <summary>Answers exceptions that are not a fault of the code, but of the request or the moment, with a status and a sentence.</summary>
sealed class ProblemExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            BadHttpRequestException bad => Malformed(bad),
            DbUpdateConcurrencyException => Problem.Of(StatusCodes.Status409Conflict, ProblemTypes.ChangedMeanwhile,
                "Somebody changed this at the same moment. Load it again and repeat what you meant to do."),
            InvalidIfMatchException unreadable =>
                Problem.Of(StatusCodes.Status400BadRequest, ProblemTypes.IfMatchUnreadable, unreadable.Message),
            BusyException busy => Unavailable(httpContext, ProblemTypes.Busy, busy.Message, busy.RetryAfter),
            _ when Find<PostgresException>(exception)?.SqlState
                is PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter =>
                Problem.Of(StatusCodes.Status400BadRequest, ProblemTypes.Malformed,
                    "The text contains a character that cannot be stored, such as NUL."),
            _ when Find<NpgsqlException>(exception) is { IsTransient: true } =>
                Unavailable(httpContext, ProblemTypes.Unavailable,
                    "This part is out of reach for a moment. Please try again in a few seconds.", TimeSpan.FromSeconds(5)),
            _ => null,
        };
        if (result is null)
            return false;

        await result.ExecuteAsync(httpContext);
        return true;
    }

    static IResult Malformed(BadHttpRequestException bad)
    {
        if (bad.StatusCode != StatusCodes.Status400BadRequest)
            return TypedResults.Problem(bad.Message, statusCode: bad.StatusCode);
        return Find<JsonException>(bad) is { Path: { Length: > 2 } path }
            ? Problem.Invalid(path[2..], "This value is missing or has the wrong form.")
            : Problem.Of(bad.StatusCode, ProblemTypes.Malformed, "The request could not be read: " + bad.Message);
    }

    static ProblemHttpResult Unavailable(HttpContext context, string type, string detail, TimeSpan retryAfter)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, type, detail);
    }

    static T? Find<T>(Exception? exception) where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
