using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>
/// Validates the options. Not with range attributes: those for durations initialise themselves at their first check and are shared by all
/// hosts of a process, so that of two hosts that start together one could find them half initialised.
/// </summary>
sealed class MessagingOptionsValidator : IValidateOptions<MessagingOptions>
{
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, MessagingOptions options)
    {
        var wrong = new List<string>();
        Between(nameof(options.PollInterval), options.PollInterval, Moment, TimeSpan.FromMinutes(1));
        Between(nameof(options.BatchSize), options.BatchSize, 1, 5000);
        Between(nameof(options.SendTimeout), options.SendTimeout, Second, TimeSpan.FromMinutes(5));
        Between(nameof(options.FirstBackOff), options.FirstBackOff, Moment, TimeSpan.FromHours(1));
        Between(nameof(options.LongestBackOff), options.LongestBackOff, Moment, Day);
        Between(nameof(options.AttemptsBeforeSetAside), options.AttemptsBeforeSetAside, 1, 1000);
        Between(nameof(options.LagLimit), options.LagLimit, Second, Day);
        Between(nameof(options.InboxRetention), options.InboxRetention, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365));
        Between(nameof(options.InboxPurgeInterval), options.InboxPurgeInterval, Moment, Day);
        Between(nameof(options.PrefetchCount), options.PrefetchCount, 1, 1000);
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Between<T>(string setting, T value, T least, T most) where T : struct, IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
                wrong.Add($"Messaging:{setting} is {value}: choose from {least} to {most}.");
        }
    }
}
