namespace Helpdesk.Operations.Failures;

/// <summary>
/// Why a message failed, in a sentence. By the exception's type alone: its message may quote what a person wrote, or a secret.
/// </summary>
static class ErrorText
{
    public static string Of(string? exceptionType) => exceptionType switch
    {
        null => "Nobody there takes messages of this kind.",
        "PostgresException" or "DbUpdateException" => "The database refused what was to be written.",
        "NpgsqlException" or "SocketException" => "The database could not be reached.",
        "DbUpdateConcurrencyException" => "Somebody else changed the same at that moment, again and again.",
        "TimeoutException" or "TaskCanceledException" or "OperationCanceledException" => "It took too long.",
        "HttpRequestException" => "Another service could not be reached.",
        "IOException" or "UnauthorizedAccessException" => "A file could not be read or written.",
        "JsonException" or "SerializationException" or "MessageException" => "The message could not be read.",
        "NotAcceptedStateMachineException" or "UnhandledEventException" => "It came when it was not expected.",
        _ => $"It ended with an error of the kind “{Kind(exceptionType).ToLowerInvariant()}”.",
    };

    static string Kind(string exceptionType)
    {
        const string ending = "Exception";
        var kind = exceptionType.EndsWith(ending, StringComparison.Ordinal) ? exceptionType[..^ending.Length] : exceptionType;
        return MessageFacts.ToWords(kind);
    }
}
