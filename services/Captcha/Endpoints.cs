using Helpdesk.Captcha.Challenges;
using Helpdesk.Captcha.Proofs;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Captcha;

static class Endpoints
{
    public static void MapCaptcha(this WebApplication app)
    {
        var challenges = app.MapGroup("/api/captcha/challenges").WithTags("Captcha");
        CreateChallenge.Map(challenges);
        AnswerChallenge.Map(challenges);
        var proofs = app.MapGroup("/api/captcha/proofs").WithTags("Captcha");
        CreateProof.Map(proofs);
        SolveProof.Map(proofs);
        if (!ExposedAnswers.AreOn(app.Configuration))
        {
            // Without it the address, known for another method, would ask strangers to sign in.
            challenges.MapGet("/{id:guid}/answer", () => Problem.NotFound("address")).AllowAnonymous().ExcludeFromDescription();
            return;
        }

        GetChallengeAnswer.Map(challenges);
        app.Logger.LogWarning(
            "CAPTCHA ANSWERS EXPOSED: {Setting} is true, so anybody can read the answer of every captcha, and answers are stored in "
            + "clear. Never do this where customers come", ExposedAnswers.Setting);
    }
}
