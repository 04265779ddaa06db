using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Sending;

static class InWords
{
    const int MaxLength = 1000;

    /// <summary>What went wrong, from the outermost to the innermost cause, each said once.</summary>
    public static string Of(Exception exception)
    {
        var said = new List<string>();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var message = OneLine.Of(cause.Message);
            if (cause is not OperationCanceledException && !said.Contains(message))
                said.Add(message);
        }

        var words = string.Join(" ", said);
        return words.Length <= MaxLength ? words : words[..MaxLength];
    }
}
