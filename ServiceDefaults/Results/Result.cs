using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Results;

/// <summary>The result of a use case that returns nothing: done, or refused.</summary>
public readonly struct Result
{
    readonly Refusal? _refusal;

    Result(Refusal refusal) => _refusal = refusal;

    /// <summary>It was done.</summary>
    public static Result Done => default;

    /// <summary>It was refused.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator Result(Refusal refusal) => new(refusal);

    /// <summary>The same as the operator.</summary>
    /// <param name="refusal">Why.</param>
    public static Result FromRefusal(Refusal refusal) => refusal;

    /// <summary>Whether it was refused.</summary>
    /// <param name="refusal">Why; null when it was done.</param>
    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal) => (refusal = _refusal) is not null;

    /// <summary>The HTTP response.</summary>
    /// <param name="done">The response when it was done; 204 by default.</param>
    public IResult ToHttp(Func<IResult>? done = null) => _refusal?.ToProblem() ?? done?.Invoke() ?? TypedResults.NoContent();
}
