using System.Net.Mail;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Sending;

/// <summary>Whether the mail server spoke with this process when it was last called, be it only to refuse somebody.</summary>
sealed class MailServerWord
{
    int _word;

    public bool Given() => Volatile.Read(ref _word) > 0;

    public void Given(bool word) => Volatile.Write(ref _word, word ? 1 : 0);

    public void After(Exception notSent)
    {
        // What was given up for another cause was not said to any server.
        if (notSent is not MailRefusedException { Cause: not DeliveryCause.Refused })
            Given(notSent is MailRefusedException or SmtpFailedRecipientException);
    }
}
