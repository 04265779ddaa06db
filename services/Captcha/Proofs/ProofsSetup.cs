namespace Helpdesk.Captcha.Proofs;

static class ProofsSetup
{
    public static void AddProofs(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ProofOptions>().BindConfiguration("Proofs").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ProofDifficulty>();
    }
}
