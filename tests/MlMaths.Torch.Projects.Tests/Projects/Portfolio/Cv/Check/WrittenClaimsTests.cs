using MlMaths.Torch.Portfolio.Cv.Check;
using static MlMaths.Torch.Portfolio.Cv.Check.CvVerdict;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Whole sentences about the sample runs: what they deserve is what they get.</summary>
public sealed class WrittenClaimsTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void At_least_95_of_100_sentences_get_what_they_deserve_and_none_that_is_true_is_rejected()
    {
        CvJudge judge = new(new SampleRuns(_home.FullName).All());
        List<string> wrong = [], rejected = [];
        foreach ((string sentence, Deserved deserved) in WrittenClaims.All)
        {
            JudgedNumber[] judged = [.. CvText.Of(sentence, isTex: false).SelectMany(one => judge.Of(one).Judged)];
            if (Got(judged) == deserved) continue;
            string why = string.Join("; ", judged.Select(one => $"{one.Text} {one.Verdict} {one.Nearest?.Id} {one.Why}"));
            wrong.Add($"{deserved}: {sentence}\n    {why}");
            if (deserved == Deserved.Pass && Got(judged) == Deserved.Reject) rejected.Add(sentence);
        }

        Assert.InRange(WrittenClaims.All.Count, 60, 200);
        Assert.True(
            rejected.Count == 0 && wrong.Count <= 0.05 * WrittenClaims.All.Count,
            $"{wrong.Count} of {WrittenClaims.All.Count} wrong, {rejected.Count} true ones rejected:\n{string.Join('\n', wrong)}");
    }

    private static Deserved Got(JudgedNumber[] judged) =>
        judged.Any(one => one.Verdict is not (Supported or NotJudged)) ? Deserved.Reject
        : judged.Any(one => one.Verdict == Supported) && judged.All(one => one.Verdict == Supported) ? Deserved.Pass
        : Deserved.NotJudged;
}
