namespace Helpdesk.ServiceDefaults.Problems;

/// <summary>An <c>If-Match</c> that is no list of entity tags; answered with 400.</summary>
public sealed class InvalidIfMatchException()
    : Exception("If-Match takes ETags as they were sent, such as \"3\", several of them, or *.");
