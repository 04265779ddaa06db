using Helpdesk.Ticketing.Tickets;
using Helpdesk.Ticketing.Timers;
using MassTransit;

namespace Helpdesk.Ticketing;

static class TicketingSetup
{
    public static void AddTicketing(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClosingOptions>().BindConfiguration("Closing")
            .Validate(x => x.WarnAfter > TimeSpan.Zero && x.After > x.WarnAfter, "Closing:WarnAfter must be positive and shorter than Closing:After: the warning comes before the end.")
            .Validate(x => x.ReopenWindow >= TimeSpan.Zero, "Closing:ReopenWindow must not be negative.")
            .ValidateOnStart();
        builder.Services.AddOptions<RetentionOptions>().BindConfiguration("Retention")
            .Validate(x => x.PurgeAfter >= TimeSpan.Zero, "Retention:PurgeAfter must not be negative.").ValidateOnStart();
        builder.Services.AddOptions<VisibilityOptions>().BindConfiguration("Visibility").ValidateOnStart();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PolicyInForce>();
        builder.Services.AddScoped<Viewers>();
        builder.Services.AddScoped<TicketChange>();
        builder.Services.AddScoped<OpenedOnce>();
        builder.Services.AddScoped<FollowUps>();
        builder.Services.AddScoped<CustomersReply>();
        builder.Services.AddSingleton<Captcha>();
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddSingleton<Downloads>();
        builder.Services.AddScoped<WarnOfClosing>();
        builder.Services.AddScoped<CloseForSilence>();
        builder.Services.AddScoped<StartPurge>();
        builder.Services.AddScoped(typeof(ReadFacts<>));
        builder.Services.AddHostedService<ForgetSpentKeys>();
    }

    public static void AddTickets(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<RecordAssignment>();
        bus.AddConsumer<RecordPurge>();
        bus.AddConsumer<HandBackUntouched>();
        bus.AddConsumer<MoveTimers>();
    }
}
