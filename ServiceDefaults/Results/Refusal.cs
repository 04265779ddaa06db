using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Results;

/// <summary>Why a use case, or the model, refuses a request.</summary>
/// <param name="Type">One of <see cref="ProblemTypes"/>.</param>
/// <param name="Detail">A sentence for people: what is wrong, and how to correct it.</param>
/// <param name="Status">The HTTP status; by default a conflict with the current state.</param>
public sealed record Refusal(string Type, string Detail, int Status = StatusCodes.Status409Conflict)
{
    /// <summary>The invalid field, camel case as in the request; null when it is not about one field.</summary>
    public string? Field { get; init; }

    /// <summary>Further members of the problem, such as the transitions that are allowed.</summary>
    public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>();

    /// <summary>Nothing here for this caller, whether it exists or not.</summary>
    /// <param name="what">What was looked for, in the singular.</param>
    public static Refusal NotFound(string what) => new(ProblemTypes.NotFound, $"There is no such {what}.", StatusCodes.Status404NotFound);

    /// <summary>One field is invalid.</summary>
    /// <param name="field">Its name as in the request, camel case.</param>
    /// <param name="message">How to correct it.</param>
    public static Refusal Invalid(string field, string message) =>
        new(ProblemTypes.Invalid, message, StatusCodes.Status400BadRequest) { Field = field };

    /// <summary>The refusal as problem details.</summary>
    public IResult ToProblem() => Field is null
        ? Problem.Of(Status, Type, Detail, More.Count == 0 ? null : More.ToDictionary())
        : Problem.Invalid(Field, Detail);
}
