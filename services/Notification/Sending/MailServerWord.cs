using System.Net.Mail;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Sending;

/// <summary>Whether the mail server spoke with this process when it was last called, be it only to refuse somebody.</summary>
sealed class MailServerWord(TimeProvider time)
{
    // Of the clock's ticks; 0 while it is silent.
    long _heardAt;

    public bool Given() => Volatile.Read(ref _heardAt) > 0;

    /// <summary>Whether it spoke when it was last called, and that was since then.</summary>
    public bool GivenSince(DateTimeOffset then) => Volatile.Read(ref _heardAt) >= then.UtcTicks;

    public void Given(bool word) => Volatile.Write(ref _heardAt, word ? time.GetUtcNow().UtcTicks : 0);

    public void After(Exception notSent)
    {
        // What was given up for another cause was not said to any server.
        if (notSent is not MailRefusedException { Cause: not DeliveryCause.Refused })
            Given(notSent is MailRefusedException or SmtpFailedRecipientException);
    }

    /// <summary>
    /// Whether it was the server that could not be spoken with, or served nobody: not reached, no trust, no sign-in, busy. Then all mails wait
    /// for the same; what it refused for good, or one recipient for now, waits for itself.
    /// </summary>
    public static bool IsSilence(Exception notSent) => notSent switch
    {
        MailRefusedException or SmtpFailedRecipientException => false,
        SmtpException { StatusCode: var code } => (int)code is < 500 or 530 or 534 or 535 or 538,
        _ => true,
    };
}
