using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Results;

/// <summary>Why a use case, or the model behind it, does not do what was asked.</summary>
/// <param name="Type">One of <see cref="ProblemTypes"/>.</param>
/// <param name="Detail">A sentence that a person understands: what is wrong and what would help.</param>
/// <param name="Status">The HTTP status; a conflict with the present state unless said otherwise.</param>
public sealed record Refusal(string Type, string Detail, int Status = StatusCodes.Status409Conflict)
{
    /// <summary>The field that is wrong, camel case as in the request; null when it is no single field.</summary>
    public string? Field { get; init; }

    /// <summary>Further members of the problem, such as the transitions that are allowed.</summary>
    public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>();

    /// <summary>Nothing here for this caller, whether it exists or not.</summary>
    /// <param name="what">What was looked for, in the singular.</param>
    public static Refusal NotFound(string what) => new(ProblemTypes.NotFound, $"There is no such {what}.", StatusCodes.Status404NotFound);

    /// <summary>One field is wrong.</summary>
    /// <param name="field">Its name as in the request, camel case.</param>
    /// <param name="message">How to put it right.</param>
    public static Refusal Invalid(string field, string message) =>
        new(ProblemTypes.Invalid, message, StatusCodes.Status400BadRequest) { Field = field };

    /// <summary>The refusal as an answer over HTTP.</summary>
    public IResult ToProblem() => Field is null
        ? Problem.Of(Status, Type, Detail, More.Count == 0 ? null : More.ToDictionary())
        : Problem.Invalid(Field, Detail);
}
