using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using static MlMaths.Torch.Portfolio.Cv.Check.CvVerdict;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Whole sentences about the sample runs: what they deserve is what they get.</summary>
public sealed class WrittenClaimsTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Sentences_get_what_they_deserve_but_for_those_that_are_known_by_name() =>
        AssertDeserved(WrittenClaims.All, WrittenClaims.KnownWrong, "81 of 82");

    [Fact]
    public void So_do_settings_methods_changes_and_promises() => AssertDeserved(LaterClaims.All, LaterClaims.KnownWrong, "97 of 99");

    [Fact]
    public void So_do_the_sentences_of_somebody_who_knew_no_rule() =>
        AssertDeserved(StrangersClaims.All, StrangersClaims.KnownWrong, "37 of 40");

    private void AssertDeserved(
        IReadOnlyList<(string Sentence, Deserved Deserved)> claims, IReadOnlyDictionary<string, Deserved> known, string rate)
    {
        CvJudge judge = new(new SampleRuns(_home.FullName).All());
        Dictionary<string, Deserved> wrong = [];
        foreach ((string sentence, Deserved deserved) in claims)
        {
            JudgedNumber[] judged = [.. CvText.Of(sentence, isTex: false).SelectMany(one => judge.Of(one).Judged)];
            if (Got(judged) is var got && got != deserved) wrong.Add(sentence, got);
        }

        Assert.Equal(known.OrderBy(one => one.Key), wrong.OrderBy(one => one.Key));
        Assert.Equal(rate, $"{claims.Count - wrong.Count} of {claims.Count}");
        Assert.DoesNotContain(
            claims, one => one.Deserved == Deserved.Pass && wrong.GetValueOrDefault(one.Sentence) == Deserved.Reject);
    }

    private static Deserved Got(JudgedNumber[] judged) =>
        judged.Any(one => one.Verdict is not (Supported or NotJudged)) ? Deserved.Reject
        : judged.Any(one => one.Verdict == Supported) && judged.All(one => one.Verdict == Supported) ? Deserved.Pass
        : Deserved.NotJudged;
}
