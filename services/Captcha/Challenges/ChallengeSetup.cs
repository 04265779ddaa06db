namespace Helpdesk.Captcha.Challenges;

static class ChallengeSetup
{
    public static void AddChallenges(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ChallengeOptions>().BindConfiguration("Challenges").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<AnswerHasher>();
        builder.Services.AddSingleton<PassIssuer>();
        builder.Services.AddSingleton<OutstandingQuota>();
        builder.Services.AddSingleton<ChallengeRateLimiter>();
        builder.Services.AddExpiredChallenges();
    }
}
