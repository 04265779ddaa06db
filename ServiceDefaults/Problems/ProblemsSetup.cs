using System.Text.Json;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Problems;

static class ProblemsSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        // As exceptions, malformed requests all get a sentence in one place instead of an empty 400.
        services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(x => x.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            if (problem.Status == StatusCodes.Status401Unauthorized && AccessTokenEvents.HasEnded(context.HttpContext))
                (problem.Type, problem.Title, problem.Detail) =
                    (ProblemTypes.SessionEnded, "Session ended", "This session has ended. Please sign in again.");
            if (problem is HttpValidationProblemDetails validation)
            {
                validation.Errors = validation.Errors.ToDictionary(x => CamelCase(x.Key), x => x.Value);
                validation.Type = ProblemTypes.Invalid;
            }
            else if (problem.Type?.StartsWith(ProblemTypes.Prefix, StringComparison.Ordinal) != true)
            {
                problem.Type = TypeOf(problem.Status);
            }
        });
    }

    static string CamelCase(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    static string TypeOf(int? status) => status switch
    {
        400 => ProblemTypes.Malformed,
        401 => ProblemTypes.NotSignedIn,
        403 => ProblemTypes.NotAllowed,
        404 => ProblemTypes.NotFound,
        405 => ProblemTypes.MethodNotAllowed,
        413 => ProblemTypes.TooLarge,
        415 => ProblemTypes.UnsupportedMediaType,
        429 => ProblemTypes.TooManyRequests,
        502 or 503 or 504 => ProblemTypes.Unavailable,
        _ => ProblemTypes.Unexpected,
    };
}
