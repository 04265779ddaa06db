using Helpdesk.Captcha.Challenges;
using Helpdesk.Captcha.Proofs;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Captcha;

static class Endpoints
{
    public static void MapCaptcha(this WebApplication app)
    {
        var api = app.MapGroup("/api/captcha/challenges").WithTags("Captcha");
        CreateChallenge.Map(api);
        AnswerChallenge.Map(api);
        var proofs = app.MapGroup("/api/captcha/proofs").WithTags("Captcha");
        AskForProof.Map(proofs);
        HandInProof.Map(proofs);
        if (!TestDoor.IsOpen(app.Configuration))
        {
            // Without it the address, known for another method, would ask strangers to sign in.
            api.MapGet("/{id:guid}/answer", () => Problem.NotFound("address")).AllowAnonymous().ExcludeFromDescription();
            return;
        }

        ReadAnswer.Map(api);
        app.Logger.LogWarning(
            "TEST DOOR OPEN: {Setting} is true, so anybody can read the answer of every captcha and its answers are kept in clear. Never do this where customers come", TestDoor.Setting);
    }
}
