using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.Identity.Tests;

/// <summary>How Identity's answers are read.</summary>
static class Answers
{
    extension(Answer answer)
    {
        public Guid Id => answer.Json.GetProperty("id").GetGuid();

        public string[] Strings(string member) => [.. answer.Json.GetProperty(member).EnumerateArray().Select(x => x.GetString()!)];

        public bool Flag(string member) => answer.Json.GetProperty(member).GetBoolean();

        /// <summary>Refused with this status and stable word.</summary>
        public Answer Refused(HttpStatusCode status, string problem)
        {
            answer.Expect(status);
            Assert.Equal(problem, answer.Problem);
            return answer;
        }

        /// <summary>Refused because of this field.</summary>
        public void Invalid(string field) => Assert.Contains(field, answer.Refused(HttpStatusCode.BadRequest, "invalid").Wrong);
    }
}
