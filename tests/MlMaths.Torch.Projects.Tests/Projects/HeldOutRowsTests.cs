using System.Globalization;
using System.Text;
using System.Text.Json;
using MlMaths.Torch.Data;
using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.PcaClustering;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// Every program on two files that differ in their test rows alone: a median, a scale, a level and what is frequent are planted there.
/// Whatever was fitted is the same, bit for bit.
/// </summary>
public sealed class HeldOutRowsTests : IDisposable
{
    private const int Rows = 150;
    private readonly string _folder = Directory.CreateTempSubdirectory("mlmaths-").FullName;
    private int _files;

    [Fact]
    public void Project_1_fits_the_same_model() => AssertSameModel(file => new RunOf(
        "--data", file, "--target", "y", "--quick"), "weights", "bias", "means", "deviations");

    [Fact]
    public void Project_3_chooses_the_same_threshold() => AssertSameModel(file => new DecisionRunOf(
        "--data", file, "--target", "y", "--quick"), "threshold", "validation_log_loss", "deciding");

    [Fact]
    public void Project_4_trains_the_same_net() => AssertSameModel(file => new NetRunOf(
        "--data", file, "--target", "y", "--quick", "--search", "0"), "parameters", "centres", "units", "columns");

    [Fact]
    public void Regression_fits_the_same_line() => AssertSameModel(file => new RegressionRunOf(
        "--data", file, "--target", "size", "--leave-out", "y", "--quick"), "least_squares", "means", "deviations", "columns");

    [Fact]
    public void Project_2_learns_the_same_units_and_medians()
    {
        Dataset first = Read(Written(Cells(held: _ => false)), "y");
        HashSet<int> test = [.. RandomSplit.Of(first, 7).Test.Rows];
        using var one = VaryingRows.From(first, Scaling.Standardised, 7, torch.CPU);
        using var other = VaryingRows.From(Read(Written(Cells(test.Contains)), "y"), Scaling.Standardised, 7, torch.CPU);
        Assert.Equal(one.Columns, other.Columns);
        Assert.Equal(one.Scaler.Means, other.Scaler.Means);
        Assert.Equal(one.Scaler.Deviations, other.Scaler.Deviations);
    }

    [Fact]
    public void A_fold_of_evaluate_learns_from_its_own_training_rows_alone()
    {
        BinaryTarget first = BinaryTarget.From(Read(Written(Cells(held: _ => false)), "y").WithCopiesAsRows());
        Fold fold = Folds.Stratified(first, 3, seed: 5)[1];
        HashSet<int> held = [.. fold.HeldOut.Rows.Skip(10)];
        BinaryTarget second = BinaryTarget.From(Read(Written(Cells(held.Contains)), "y").WithCopiesAsRows());
        int[] same = fold.HeldOut.Rows[..10];
        foreach (Recipe recipe in new Recipe[] { new LogisticRecipe(), new OneColumnRecipe() })
        {
            Assert.Equal(
                recipe.Probabilities(first, fold.Training, same, 1),
                recipe.Probabilities(second, Folds.Stratified(second, 3, seed: 5)[1].Training, same, 1));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void AssertSameModel(Func<string, RunOf> run, params string[] fitted)
    {
        using RunOf first = run(Written(Cells(held: _ => false)));
        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        HashSet<int> test = [.. first.Read("predictions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).Where(cells => cells[1] == "test").Select(cells =>
                int.Parse(cells[0], CultureInfo.InvariantCulture))];
        Assert.NotEmpty(test);
        using RunOf second = run(Written(Cells(test.Contains)));
        Assert.Equal((0, ""), (second.ExitCode, second.Errors));
        foreach (string key in fitted)
            Assert.Equal(first.Model.GetProperty(key).GetRawText(), second.Model.GetProperty(key).GetRawText());
        Assert.Equal(Learnt(first), Learnt(second));
        Assert.NotEqual(first.Read("predictions.csv"), second.Read("predictions.csv"));
    }

    private static string[] Learnt(RunOf run) =>
    [
        .. JsonDocument.Parse(run.Read("preparation.json")).RootElement.GetProperty("columns").EnumerateArray().Select(column =>
            $"{column.GetProperty("name")}: {column.GetProperty("features").GetRawText()} {column.GetProperty("reference")} "
                + $"{column.GetProperty("learnt").GetRawText()}"),
    ];

    private static IEnumerable<string> Cells(Func<int, bool> held)
    {
        yield return "amount,size,kind,flag,y";
        for (int row = 0; row < Rows; row++)
        {
            bool positive = row % 5 < 2;
            string amount = row % 7 == 0 ? "" : $"{(row * 37 % 101) + (positive ? 40 : 0)}";
            string size = $"{row * 53 % 89 / 10.0 + (positive ? 2 : 0)}";
            string kind = (row * 31 % 11) switch { < 5 => "north", < 9 => "south", _ => "west" };
            if (held(row))
                (amount, kind) = (row % 3 == 0 ? $"{9000 + row}" : "", row % 2 == 0 ? "east" : "west");
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{amount},{size},{kind},{(row * 17 % 3 == 0 ? "up" : "down")},{(positive ? "yes" : "no")}");
        }
    }

    private string Written(IEnumerable<string> lines)
    {
        string path = Path.Combine(_folder, $"{_files++}.csv");
        File.WriteAllLines(path, lines, new UTF8Encoding(false));
        return path;
    }

    private static Dataset Read(string path, string target) => CsvDataset.Read(path, target);
}
