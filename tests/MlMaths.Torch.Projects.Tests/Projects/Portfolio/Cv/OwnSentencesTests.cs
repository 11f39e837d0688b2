using System.Text.Json.Nodes;
using MlMaths.Torch.Portfolio.Cv;
using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Runs;
using static MlMaths.Torch.Portfolio.Cv.Check.CvVerdict;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What <c>cv</c> and <c>cv.md</c> print of a run is supported by that run, and cv.md sells nothing that cv withholds.</summary>
public sealed class OwnSentencesTests(
    QuickLogisticRun logistic, QuickPcaRun pca, QuickDecisionRun decision, QuickNetRun net, QuickEvaluationRun evaluation,
    QuickCalculusRun calculus, QuickDistributionsRun distributions, QuickRegressionRun regression) : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Every_sentence_of_the_sample_is_supported_by_its_own_run()
    {
        foreach (string folder in Directory.GetDirectories(Path.Combine(Repository.Folder, "runs/sample"))
            .Where(folder => File.Exists(Path.Combine(folder, "cv.md"))))
        {
            AssertSupported(Copy(folder), File.ReadAllText(Path.Combine(folder, "cv.md")));
        }
    }

    [Fact]
    public void Every_sentence_of_a_quick_run_is_supported_by_it_and_none_quotes_what_cv_withholds()
    {
        foreach (string folder in Quick())
        {
            var run = FinishedRun.Open(folder);
            string[] lines = File.ReadAllLines(Path.Combine(folder, "cv.md"));
            AssertSupported(run, string.Join('\n', lines));
            foreach (CvStory story in CvStories.Of(run).Where(story => story.Refused is not null))
            {
                Assert.DoesNotContain(
                    lines, line => !line.StartsWith("- *Left out", StringComparison.Ordinal)
                        && line.Contains($"`{story.RefusedFor!.Id}`", StringComparison.Ordinal));
            }
        }
    }

    private static void AssertSupported(FinishedRun run, string page)
    {
        CvJudge judge = new([run]);
        string told = string.Join('\n', CvPage.Of([run], CvFormat.Md).Lines);
        JudgedNumber[] judged =
            [.. CvText.Of($"{page}\n\n{told}", isTex: false).SelectMany(one => judge.Of(one).Judged)];
        Assert.NotEmpty(judged);
        Assert.Empty(judged.Where(one => one.Verdict != Supported)
            .Select(one => $"{run.Verb}: {one.Verdict} {one.Text} ({one.Nearest?.Id}) {one.Why}: {one.Passage.Text}"));
    }

    private string[] Quick() =>
    [
        logistic.Run.Folder!, pca.Run.Folder!, decision.Run.Folder!, net.Run.Folder!, evaluation.Run.Folder!, calculus.Run.Folder!,
        distributions.Run.Folder!, regression.Run.Folder!,
    ];

    // The clone keeps neither the command nor the other files of a sample run.
    private FinishedRun Copy(string sample)
    {
        JsonObject read = JsonNode.Parse(File.ReadAllText(Path.Combine(sample, "results.json")))!.AsObject();
        foreach (string name in new[] { "sha256", "seal", "artifacts" }) read.Remove(name);
        string folder = MadeRun.In(_home.FullName, $"{read["project"]}", isChanged: false);
        File.WriteAllText(Path.Combine(folder, "results.json"), read.ToJsonString());
        return FinishedRun.Open(folder);
    }
}
