using MlMaths.Torch.Tests.Conventions;
using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Review;

/// <summary>Every program, once and quick: no sentence contradicts its page. <c>tests/Benchmarks -- review</c> asks more of them.</summary>
public sealed class ReviewTests(
    QuickLogisticRun logistic, QuickPcaRun pca, QuickDecisionRun decision, QuickNetRun net, QuickEvaluationRun evaluation,
    QuickCalculusRun calculus, QuickDistributionsRun distributions, QuickRegressionRun regression)
{
    [Fact]
    public void No_page_of_a_shared_run_contradicts_its_own_numbers() => Holds(
        logistic.Run.Folder!, pca.Run.Folder!, decision.Run.Folder!, net.Run.Folder!, evaluation.Run.Folder!, calculus.Run.Folder!,
        distributions.Run.Folder!, regression.Run.Folder!);

    [Fact]
    public void The_note_orders_what_is_followed_under_a_limit_and_tells_a_simulation_as_one()
    {
        using DecisionRunOf run = new("--quick", "--data", "breast_cancer", "--cost-miss", "500", "--capacity", "40");
        Holds(run.Folder!);
        string note = run.Read("decision.md");
        Assert.Contains("at most 40 per 1,000 rows", note, StringComparison.Ordinal);
        Assert.Contains("simulated", note, StringComparison.Ordinal);
        Assert.DoesNotContain("came later", note, StringComparison.Ordinal);
        Assert.DoesNotContain("not worth", note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_look_at_a_file_shows_no_markup()
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("mlmaths-");
        string file = Path.Combine(home.FullName, "visits.csv");
        File.WriteAllLines(file, ["age,plan,left", .. Enumerable.Range(0, 90).Select(row =>
            $"{20 + row * 7 % 41},{(row % 3 == 0 ? "plus" : "basic")},{(row * 7 % 41 > 20 ? "yes" : "no")}")]);
        using PortfolioRunOf run = new("inspect", file);
        Holds(run.Folder!);
        home.Delete(recursive: true);
    }

    private static void Holds(params string[] folders) => Convention.Holds(
        folders.SelectMany(Reviewer.Read),
        "Make the sentence from the same numbers as its table; README of tests/Benchmarks says how to ask:");
}
