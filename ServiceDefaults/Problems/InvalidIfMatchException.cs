namespace Helpdesk.ServiceDefaults.Problems;

/// <summary>An <c>If-Match</c> that is no list of entity tags: 400, for nobody can tell what its sender saw.</summary>
public sealed class InvalidIfMatchException()
    : Exception("If-Match holds ETags as they were told, such as \"3\", several of them, or *.");
