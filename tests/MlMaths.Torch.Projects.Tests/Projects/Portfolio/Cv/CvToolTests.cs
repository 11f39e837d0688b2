using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What runs carry is said in three lengths, plainly; what they do not carry is withheld, with what would earn it.</summary>
public sealed partial class CvToolTests(
    QuickLogisticRun logistic, QuickPcaRun pca, QuickDecisionRun decision, QuickNetRun net, QuickEvaluationRun evaluation,
    QuickCalculusRun calculus, QuickDistributionsRun distributions, QuickRegressionRun regression) : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Every_story_of_every_project_fits_its_three_lengths_and_is_plain()
    {
        string[] folders =
        [
            logistic.Run.Folder!, pca.Run.Folder!, decision.Run.Folder!, net.Run.Folder!, evaluation.Run.Folder!, calculus.Run.Folder!,
            distributions.Run.Folder!, regression.Run.Folder!,
        ];
        foreach (string folder in folders)
        {
            var run = FinishedRun.Open(folder);
            IReadOnlyList<CvStory> stories = CvStories.Of(run);
            Assert.InRange(stories.Count, 1, 3);
            foreach ((int words, Claim claim) in stories.SelectMany(story => story.Lengths))
            {
                Assert.True(claim.Length <= words, $"{claim.Length} words, not {words}: {claim}");
                Assert.DoesNotMatch(Markup(), $"{claim}");
                Assert.EndsWith(".", $"{claim}", StringComparison.Ordinal);
                Assert.NotEmpty(claim.RestsOn);
                Assert.All(claim.RestsOn, one => Assert.Contains(run.Measurements, measured => measured.Id == one.Id));
            }
        }

        (int exitCode, string said) = Cv(folders);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"\d\d sentences from 8 runs, \d+ withheld\.", said);
        Assert.Contains("Wrote logistic regression from scratch in C#; held-out ROC AUC 0.9", said, StringComparison.Ordinal);
        Assert.Contains($"    test.roc_auc: {Of(logistic, "test.roc_auc")}; run '", said, StringComparison.Ordinal);
        Assert.DoesNotContain("0.000", string.Join('\n', said.Split('\n').Where(line => !line.StartsWith(' '))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test.recall", 0.0, 0.0, 0.1, "test.recall is 0: nothing was found. What would earn it: a model or a")]
    [InlineData("test.roc_auc", 0.6, 0.4, 0.8, "test.roc_auc may be no better than guessing, 0.400 to 0.800. What would earn it: more "
        + "than 4 times as many test rows")]
    [InlineData("test.saved_per_case", 0.1, -0.2, 0.4, "More")]
    [InlineData("test.saved_per_case", -0.3, -0.4, -0.2, "test.saved_per_case is no gain")]
    [InlineData("test.average_precision", null, null, null, "test.average_precision is not defined (nothing was called positive)")]
    public void A_planted_weak_result_is_withheld_with_what_would_earn_it(
        string id, double? value, double? low, double? high, string why)
    {
        Measurement[] weak = [.. Strong().Select(one => one.Id == id ? MadeRun.Number(id, value, low, high) : one)];
        string said = Cv(MadeRun.In(_home.FullName, "logistic", isChanged: false, weak)).Said;
        string sentence = why == "More"
            ? "test.saved_per_case has an interval that includes 0, −0.200 to 0.400. What would earn it: more than 9 times as many"
            : why;
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Matches(@"Withheld, [a-z ]+, \d\d words: ", said);
        // One of the three stories at least is not about that number.
        Assert.Contains("Derived a logistic gradient by hand; it matches autograd bit for bit.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_is_told_whole() => Assert.Contains(
        "9 sentences from 1 run, 0 withheld.", Cv(MadeRun.In(_home.FullName, "logistic", isChanged: false, Strong())).Said,
        StringComparison.Ordinal);

    [Fact]
    public void A_leak_a_changed_file_and_a_baseline_withhold_the_headline()
    {
        string leaking = MadeRun.In(_home.FullName, "logistic", isChanged: false, Strong());
        File.WriteAllText(Path.Combine(leaking, "report.md"), "**Caution: the target is in the columns** (y = x).");
        Assert.Contains("test.roc_auc rests on rows that know the answer", Cv(leaking).Said, StringComparison.Ordinal);

        string changed = MadeRun.In(Path.Combine(_home.FullName, "b"), "logistic", isChanged: true, Strong());
        string said = Cv(changed).Said;
        Assert.Contains("'results.json' was changed after the run", said, StringComparison.Ordinal);
        Assert.Contains("0 sentences from 1 run, 9 withheld.", said, StringComparison.Ordinal);

        string blind = MadeRun.In(
            _home.FullName, "net", isChanged: false, MadeRun.Number("test.accuracy", 0.9, 0.85, 0.95),
            MadeRun.Number("preflight.blind_accuracy", 0.87), MadeRun.Number("net.parameters", 10, unit: "parameters"));
        Assert.Contains("test.accuracy does not beat preflight.blind_accuracy", Cv(blind).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_completed_run_of_each_project_is_found_and_what_is_none_is_passed_over()
    {
        string home = _home.FullName;
        MadeRun.In(Path.Combine(home, "portfolio", "runs", "logistic"), "logistic", isChanged: false, Strong());
        string half = Directory.CreateDirectory(Path.Combine(home, "20260103-030405-pca-7")).FullName;
        (int exitCode, string said) = Cv("--runs", home);
        Assert.Equal(0, exitCode);
        Assert.Contains("9 sentences from 1 run", said, StringComparison.Ordinal);
        Assert.Contains("Passed over: ", said, StringComparison.Ordinal);
        Assert.Contains("no results.json", said, StringComparison.Ordinal);
        (exitCode, said) = Cv(half);
        Assert.Equal(2, exitCode);
        Assert.Contains("it is no folder of a completed run", said, StringComparison.Ordinal);
        (exitCode, said) = Cv("--runs", half);
        Assert.Equal(2, exitCode);
        Assert.Contains("There is no run below", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs/logistic")]
    [InlineData("logistic")]
    [InlineData("runs")]
    public void Runs_that_portfolio_wrote_elsewhere_are_found(string below)
    {
        MadeRun.In(Path.Combine(_home.FullName, below), "logistic", isChanged: false, Strong());
        Assert.Contains("9 sentences from 1 run", Cv("--runs", _home.FullName).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_may_be_almost_any_does_not_stand_without_its_interval()
    {
        string folder = MadeRun.In(_home.FullName, "calculus", isChanged: false, MadeRun.Number("stable.nets_within_octave", 1, 0.292, 1)),
            said = Cv(folder).Said;
        Assert.DoesNotContain("Predicted 100", said, StringComparison.Ordinal);
        Assert.Contains("stable.nets_within_octave cannot stand without its interval, 29.2 to 100", said, StringComparison.Ordinal);
        Assert.Contains("for 100.0 % of nets, 95 % interval 29.2 to 100.0 %.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Tex_and_Markdown_say_the_same_and_a_hostile_name_stays_a_name()
    {
        string folder = MadeRun.In(Path.Combine(_home.FullName, "x"), "logistic", isChanged: false, Strong()),
            hostile = Path.Combine(_home.FullName, "2026-<b>*x*`$(rm)");
        Directory.Move(folder, hostile);
        string tex = Cv(hostile, "--format", "tex").Said, page = Cv(hostile, "--format", "md").Said;
        Assert.Contains(@"\item Wrote logistic regression from scratch in C\#; held-out ROC AUC 0.950.", tex, StringComparison.Ordinal);
        Assert.Contains(@"95 \% interval", tex, StringComparison.Ordinal);
        Assert.Contains("- Wrote logistic regression from scratch in C#; held-out ROC AUC 0.950.", page, StringComparison.Ordinal);
        Assert.All(
            tex.Split('\n').Where(line => line.Contains("<b>", StringComparison.Ordinal)),
            line => Assert.StartsWith("%", line.TrimStart(), StringComparison.Ordinal));
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"50 % & a_b #1 {x} ~ ^ \y $", @"50 \% \& a\_b \#1 \{x\} \textasciitilde{} \textasciicircum{} \textbackslash{}y \$")]
    [InlineData("R² −3 µs", @"R\textsuperscript{2} $-$3 \textmu{}s")]
    public void Signs_of_TeX_are_written_as_signs(string plain, string tex) => Assert.Equal(tex, TexText.Of(plain));

    private static Measurement[] Strong() =>
    [
        MadeRun.Number("test.roc_auc", 0.95, 0.9, 0.98), MadeRun.Number("test.average_precision", 0.9, 0.8, 0.95),
        MadeRun.Number("test.saved_per_case", 0.3, 0.2, 0.4, "units"), MadeRun.Number("test.recall", 0.8, 0.7, 0.9),
        MadeRun.Number("gradient.max_abs_difference", 0), MadeRun.Number("newton.steps", 11, unit: "steps"),
    ];

    private static Measurement Of(QuickLogisticRun run, string id) =>
        FinishedRun.Open(run.Run.Folder!).Measurements.Single(one => one.Id == id);

    private static Typed Cv(params string[] words) => PortfolioRunOf.Answer(["cv", .. words]);

    [GeneratedRegex(@"[\\`*_\[\](){}<>|$~^]|not defined|(?<!\d)\.\.")]
    private static partial Regex Markup();
}
