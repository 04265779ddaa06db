using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Helpdesk.Ui.Api;

/// <summary>What came of a request to a service.</summary>
/// <param name="Status">As the service answered; 503 when it did not.</param>
/// <param name="Problem">Why it was not done; null when it was.</param>
public record ApiResult(HttpStatusCode Status, ApiProblem? Problem)
{
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;
}

/// <summary>What came of a request to a service that answers with something.</summary>
/// <param name="Value">Null when there was a problem, or nothing to tell.</param>
public sealed record ApiResult<T>(HttpStatusCode Status, T? Value, ApiProblem? Problem) : ApiResult(Status, Problem);
