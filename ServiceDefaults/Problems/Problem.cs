using Helpdesk.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.ServiceDefaults.Problems;

/// <summary>Problem details (RFC 9457) with the stable types of Helpdesk.</summary>
public static class Problem
{
    /// <summary>A problem with a stable type and a sentence that a person understands.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="type">One of <see cref="ProblemTypes"/>.</param>
    /// <param name="detail">What is wrong, and how to correct it.</param>
    /// <param name="more">Further members, such as the transitions that are allowed.</param>
    public static ProblemHttpResult Of(int status, string type, string detail, IDictionary<string, object?>? more = null) =>
        TypedResults.Problem(detail, statusCode: status, type: type, title: Title(type), extensions: more);

    /// <summary>404: nothing here for this caller, whether it exists or not.</summary>
    public static ProblemHttpResult NotFound(string what) =>
        Of(StatusCodes.Status404NotFound, ProblemTypes.NotFound, $"There is no such {what}.");

    /// <summary>400: one field is invalid.</summary>
    /// <param name="field">Its name as in the request, camel case.</param>
    /// <param name="message">How to correct it.</param>
    public static ValidationProblem Invalid(string field, string message) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] }, type: ProblemTypes.Invalid);

    static string Title(string type)
    {
        var words = type[ProblemTypes.Prefix.Length..];
        return char.ToUpperInvariant(words[0]) + words[1..].Replace('-', ' ');
    }
}
