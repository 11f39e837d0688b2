using System.Globalization;
using System.Text;
using System.Text.Json;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Project 2, from the command line to the files.</summary>
public sealed class PcaClusteringProjectTests(QuickPcaRun quick)
{
    private static readonly string[] PromisedIds =
    [
        "pca.ratio.pc1", "pca.ratio.pc2", "pca.components.kept", "pca.reconstruction.test", "kmeans.k",
        "kmeans.inertia", "kmeans.silhouette",
        "kmeans.stability", "gap.k", "agreement.adjusted_rand", "batch.r2.before", "batch.r2.after",
        "leakage.difference", "verdict.confidence",
    ];

    [Fact]
    public void A_run_leaves_every_promised_file_and_number()
    {
        PcaRunOf run = quick.Run;

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string[] files = [.. Directory.EnumerateFiles(run.Folder!).Select(file => Path.GetFileName(file))];
        Assert.Subset(files.ToHashSet(),
            new HashSet<string> { "results.json", "model.json", "clusters.csv", "report.md", "report.html", "cv.md", "run.log" });
        Assert.All(PromisedIds, id => Assert.Equal(JsonValueKind.Number, run.Measurement(id).GetProperty("value").ValueKind));
        JsonElement model = run.Model;
        Assert.Equal(13, model.GetProperty("means").EnumerateObject().Count());
        Assert.Equal(13, model.GetProperty("components").GetArrayLength());
        Assert.Equal((int)run.Value("kmeans.k"), model.GetProperty("centres").GetArrayLength());
        Assert.Equal(1, model.GetProperty("explained_variance_ratio").Doubles().Sum(), 1e-12);
        Assert.Contains(run.Results.GetProperty("artifacts").EnumerateArray(), file => file.GetString() == "clusters.csv");
    }

    [Fact]
    public void The_page_counts_what_it_draws_and_answers_what_it_asks()
    {
        string page = quick.Run.Read("report.md");
        Assert.Contains("The strongest 12 of 13 loadings on PC1", page, StringComparison.Ordinal);
        Assert.Contains("These rows name no batch (`--batch COLUMN`), so it cannot be told.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Confidence 0", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Anyone_can_recompute_the_clusters_from_the_model_and_the_data()
    {
        PcaRunOf run = quick.Run;
        Dataset wine = DatasetCatalogue.Load("wine");
        JsonElement model = run.Model;
        double[] means = Numbers(model.GetProperty("means")), deviations = Numbers(model.GetProperty("deviations")),
            pc1 = Numbers(model.GetProperty("components")[0]);
        double[][] centres = [.. model.GetProperty("centres").EnumerateArray().Select(Numbers)];

        Assert.Equal(wine.Rows, run.Clusters.Length);
        foreach (string[] line in run.Clusters)
        {
            int row = int.Parse(line[0], CultureInfo.InvariantCulture);
            double[] z = [.. wine.Row(row).ToArray().Select((x, j) => (x - means[j]) / deviations[j])];
            Assert.Equal(z.Zip(pc1, (value, loading) => value * loading).Sum(), Number(line[2]), 1e-9);
            JsonElement units = model.GetProperty("group_units");
            int nearest = Enumerable.Range(0, centres.Length).MinBy(
                cluster => SquaredLength([.. z.Zip(centres[cluster], (value, centre) => value - centre)], units));
            Assert.Equal(nearest + 1, int.Parse(line[1], CultureInfo.InvariantCulture));
        }

        Assert.Equal(run.Clusters.Average(line => Number(line[4])), run.Value("kmeans.silhouette"), 1e-12);
        Assert.Equal(
            PartitionAgreement.Of([.. run.Clusters.Select(line => line[1])], wine.Labels).AdjustedRand,
            run.Value("agreement.adjusted_rand"), 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        PcaRunOf first = quick.Run;
        using PcaRunOf second = new("--quick", "--seed", "7"), other = new("--quick", "--seed", "8");
        Assert.Equal(first.Read("clusters.csv"), second.Read("clusters.csv"));
        Assert.Equal(first.Results.GetProperty("measurements").GetRawText(), second.Results.GetProperty("measurements").GetRawText());
        Assert.NotEqual(first.Read("clusters.csv"), other.Read("clusters.csv"));
    }

    [Fact]
    public void A_file_without_a_target_is_enough()
    {
        using CsvFile file = Table(rows: 90, row => (row % 3 * 8.0, row % 3 == 1 ? 8 : 0), "");
        using var run = new PcaRunOf("--quick", "--data", file.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(JsonValueKind.Null, run.Measurement("agreement.adjusted_rand").GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, run.Results.GetProperty("data").GetProperty("target").ValueKind);
        Assert.Equal("clusters", run.Model.GetProperty("verdict").GetString());
        Assert.Equal(3, run.Value("kmeans.k"));
    }

    [Fact]
    public void One_cloud_is_said_to_have_no_clusters()
    {
        using CsvFile file = Table(rows: 120, _ => (0, 0), "");
        using var run = new PcaRunOf("--quick", "--data", file.Path);
        Assert.Equal("no clusters", run.Model.GetProperty("verdict").GetString());
        Assert.Contains("There are **no clusters**", run.Read("report.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("Found", run.Read("cv.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_that_are_a_known_batch_are_said_to_be_one()
    {
        using CsvFile file = Table(rows: 160, row => (row % 2 * 9.0, 0), ",day", row => row % 2 == 0 ? ",monday" : ",tuesday");
        using var run = new PcaRunOf("--quick", "--data", file.Path, "--batch", "day");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("a batch artefact", run.Model.GetProperty("verdict").GetString());
        Assert.InRange(run.Value("batch.r2.before"), 0.2, 1);
        Assert.Equal(0, run.Value("batch.r2.after"), 1e-9);
    }

    [Fact]
    public void Unscaled_columns_are_taken_as_they_are_when_asked()
    {
        using var run = new PcaRunOf("--quick", "--scaling", "raw");
        Assert.InRange(run.Value("pca.ratio.pc1"), 0.99, 1);
        Assert.All(Numbers(run.Model.GetProperty("deviations")), deviation => Assert.Equal(1, deviation));
    }

    [Fact]
    public void The_number_of_groups_that_is_asked_for_is_drawn()
    {
        using var run = new PcaRunOf("--quick", "--k", "5");
        Assert.Equal(5, run.Value("kmeans.k"));
        Assert.Equal(["1", "2", "3", "4", "5"], run.Clusters.Select(line => line[1]).Distinct().Order());
    }

    [Fact]
    public void A_constant_column_is_named_and_left_out()
    {
        using CsvFile file = Table(rows: 60, row => (row % 2 * 6.0, 0), ",always", _ => ",5");
        using var run = new PcaRunOf("--quick", "--data", file.Path);
        Assert.Contains("| always | constant | **left out** | 0 |  | every value is 5 |", run.Read("report.md"), StringComparison.Ordinal);
        Assert.Equal(3, Numbers(run.Model.GetProperty("means")).Length);
    }

    [Fact]
    public void Pictures_of_digits_run_as_well()
    {
        using var file = new CsvFile(string.Join(
            '\n', File.ReadLines(Path.Combine(Repository.Folder, "shared", "data", "digits.csv")).Take(401)));
        using var run = new PcaRunOf("--quick", "--data", file.Path, "--target", "digit");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.InRange(run.Value("agreement.adjusted_rand"), 0.2, 1);
    }

    [Fact]
    public void Every_figure_is_saved_in_both_ways_and_small()
    {
        PcaRunOf run = quick.Run;
        FileInfo[] figures = [.. new DirectoryInfo(Path.Combine(run.Folder!, "figures")).EnumerateFiles()];
        Assert.InRange(figures.Count(file => file.Extension == ".svg"), 12, 20);
        Assert.Equal(figures.Count(file => file.Extension == ".svg"), figures.Count(file => file.Extension == ".png"));
        Assert.All(figures.Where(file => file.Extension == ".svg"), file => Assert.InRange(file.Length, 500, 100_000));
    }

    /// <summary>‖x‖², or ‖xU‖² where the model has units of its own.</summary>
    private static double SquaredLength(double[] x, JsonElement units)
    {
        if (units.ValueKind == JsonValueKind.Null) return x.Sum(value => value * value);
        double[][] u = [.. units.EnumerateArray().Select(line => line.Doubles())];
        return Enumerable.Range(0, x.Length).Sum(j => Math.Pow(x.Select((value, i) => value * u[i][j]).Sum(), 2));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double[] Numbers(JsonElement byColumn) => [.. byColumn.EnumerateObject().Select(column => column.Value.GetDouble())];

    /// <summary>Normal clouds of deviation 1 around the places of the rows, in two columns, and a third of noise.</summary>
    private static CsvFile Table(int rows, Func<int, (double X, double Y)> place, string moreNames, Func<int, string>? moreCells = null)
    {
        var random = new Random(2);
        StringBuilder text = new($"x,y,noise{moreNames}\n");
        for (int row = 0; row < rows; row++)
        {
            (double x, double y) = place(row);
            text.Append(
                FormattableString.Invariant($"{Normal.Draw(random, x):0.000},{Normal.Draw(random, y):0.000},")
                + FormattableString.Invariant($"{Normal.Draw(random):0.000}"));
            text.Append(moreCells?.Invoke(row)).Append('\n');
        }

        return new CsvFile(text.ToString());
    }
}
