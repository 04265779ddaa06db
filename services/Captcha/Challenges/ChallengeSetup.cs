namespace Helpdesk.Captcha.Challenges;

static class ChallengeSetup
{
    public static void AddChallenges(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ChallengeOptions>().BindConfiguration("Captcha").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Answers>();
        builder.Services.AddSingleton<Outstanding>();
        builder.Services.AddSingleton<PerAddress>();
        builder.Services.AddExpiry();
    }
}
