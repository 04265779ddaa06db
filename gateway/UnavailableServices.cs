using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Yarp.ReverseProxy.Forwarder;

namespace Helpdesk.Gateway;

/// <summary>Explains that a service does not answer, with a time to retry, instead of an empty response.</summary>
static class UnavailableServices
{
    const string NotCarriedOut = "This part of Helpdesk is out of reach for a moment. Your request was not carried out; "
        + "please try again in a few seconds.";

    const string Uncertain = "This part of Helpdesk did not answer in time. It is not certain that your request was carried out: "
        + "look before you repeat it, or repeat it with the same Idempotency-Key.";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return;
        if (context.GetForwarderErrorFeature() is not { } error)
            return;
        if (TooLarge(error.Exception))
        {
            await SizeLimits.Refuse(context);
            return;
        }
        if (context.Response.StatusCode < StatusCodes.Status500InternalServerError)
            return;

        var status = context.Response.StatusCode;
        context.Response.Headers.RetryAfter = "2";
        if (ErrorPage.IsWanted(context))
        {
            await ErrorPage.WriteAsync(context, status, "Las páginas no responden en este momento. Vuelve a intentarlo en unos segundos.",
                "The pages are not responding at the moment. Please try again in a few seconds.");
            return;
        }

        await Problem.Of(status, ProblemTypes.Unavailable, NeverReached(error) ? NotCarriedOut : Uncertain).ExecuteAsync(context);
    }

    static bool NeverReached(IForwarderErrorFeature error) =>
        error.Error == ForwarderError.NoAvailableDestinations
        || error.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };

    static bool TooLarge(Exception? exception) => exception switch
    {
        null => false,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => true,
        AggregateException many => many.InnerExceptions.Any(TooLarge),
        _ => TooLarge(exception.InnerException),
    };
}
