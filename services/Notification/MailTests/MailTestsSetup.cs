namespace Helpdesk.Notification.MailTests;

static class MailTestsSetup
{
    public static void AddMailTests(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailTestLimiter>();
        builder.Services.AddSingleton<TestMailSender>();
    }
}
