using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.Ticketing.Assigning;
using Helpdesk.Ticketing.Drafts;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Lists;
using Helpdesk.Ticketing.Opening;
using Helpdesk.Ticketing.Replies;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Visibility;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing;

static class TicketingSetup
{
    public static void AddTicketing(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClosingOptions>().BindConfiguration("Closing")
            .Validate(
                x => x.WarnAfter > TimeSpan.Zero && x.After > x.WarnAfter,
                "Closing:WarnAfter must be positive and shorter than Closing:After: the warning comes before the end.")
            .Validate(x => x.ReopenWindow >= TimeSpan.Zero, "Closing:ReopenWindow must not be negative.")
            .ValidateOnStart();
        builder.Services.AddOptions<RetentionOptions>().BindConfiguration("Retention")
            .Validate(x => x.PurgeAfter >= TimeSpan.Zero, "Retention:PurgeAfter must not be negative.").ValidateOnStart();
        builder.Services.AddOptions<VisibilityOptions>().BindConfiguration("Visibility").ValidateOnStart();
        builder.Services.AddOptions<InstallationOptions>().BindConfiguration("Installation")
            .Validate(
                x => TimeZoneInfo.TryFindSystemTimeZoneById(x.TimeZone, out _),
                "Installation:TimeZone is no time zone such as America/Guayaquil.")
            .ValidateOnStart();
        builder.Services.AddTokenKeys<TicketingDbContext>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PolicySources>();
        builder.Services.AddSingleton<CachedPolicy>();
        builder.Services.AddScoped<ViewerResolver>();
        builder.Services.AddScoped<TicketUnitOfWork>();
        builder.Services.AddScoped<FollowUpOpener>();
        builder.Services.AddSingleton<OpenedTicketMeter>();
        builder.Services.AddScoped<CustomerReplyHandler>();
        builder.Services.AddSingleton<CaptchaVerifier>();
        builder.Services.AddSingleton<UploadReceipts>();
        builder.Services.AddSingleton<DownloadLinks>();
        builder.Services.AddScoped<ITimedTickets, DatabaseTimedTickets>();
        builder.Services.AddScoped<WarnOfClosing>();
        builder.Services.AddScoped<CloseSilentTicket>();
        builder.Services.AddScoped<StartPurge>();
        builder.Services.AddScoped(typeof(ReadDueTimes<>));
        builder.Services.AddIdempotencyKeys<TicketingDbContext>();
        builder.Services.AddPeriodicCleanup<TicketingDbContext>("Consumed keys", TimeSpan.FromMinutes(10), (db, now, cancellationToken) =>
        {
            var expired = db.ConsumedKeys.Where(x => x.ExpiresAt < now).OrderBy(x => x.ExpiresAt).Select(x => x.Key)
                .Take(PeriodicCleanup.BatchSize);
            return db.ConsumedKeys.Where(x => expired.Contains(x.Key)).ExecuteDeleteAsync(cancellationToken);
        });
        builder.Services.AddPeriodicCleanup<TicketingDbContext>("Drafts", TimeSpan.FromHours(1), (db, now, cancellationToken) =>
            db.Database.ExecuteSqlAsync($"""
                delete from draft where (ticket_id, account_id) in (
                    select ticket_id, account_id from draft where updated_at < {now - Draft.Kept}
                    order by updated_at limit {PeriodicCleanup.BatchSize})
                """, cancellationToken));
    }

    public static void AddTickets(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<RecordAssignment>();
        bus.AddConsumer<RecordPurge>();
        bus.AddConsumer<HandBackUntouched>();
        bus.AddConsumer<HandBackSuspended>();
        bus.AddConsumer<RescheduleTimers>();
    }
}
