namespace Helpdesk.Notification.Ledger;

/// <summary>How much mail strangers may cause.</summary>
sealed class StrangerMailOptions
{
    /// <summary>So many mails an hour go to one mailbox for what somebody did who is not signed in and only typed its address.</summary>
    public int StrangersPerHour { get; set; } = 5;
}
