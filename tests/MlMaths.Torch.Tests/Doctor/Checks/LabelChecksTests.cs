using System.Globalization;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>Labels that belong to their rows, to other rows, or to none that can be seen; classes, and numbers taken for them.</summary>
public sealed class LabelChecksTests : IDisposable
{
    private const int Seed = 7;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-labels-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_target_that_nothing_tells_is_undecided_and_no_fault()
    {
        Random chance = new(1);
        CheckResult belong = Check("labels_belong", Enumerable.Range(0, 120).Select(_ => $"{Number(chance)},{chance.Next(2)}"));
        Assert.Equal(CheckOutcome.Undecided, belong.Outcome);
        Assert.Contains("the features tell too little of the target", belong.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void Labels_that_slipped_by_some_rows_are_found_by_the_alignment_that_fits(int slip)
    {
        Random chance = new(1);
        double[] x = [.. Enumerable.Range(0, 200).Select(_ => Number(chance))];
        CheckResult belong = Check("labels_belong", x.Select((_, row) =>
            $"{x[row].ToString(CultureInfo.InvariantCulture)},{(x[(row + slip + x.Length) % x.Length] > 0.5 ? "yes" : "no")}"));
        Assert.Equal("labels_misaligned", belong.Fault?.Id);
        string where = slip < 0 ? "later" : "earlier";
        Assert.Contains($"but those {Counted.Rows(Math.Abs(slip))} {where} in the table", belong.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_belong_pass()
    {
        Random chance = new(1);
        double[] x = [.. Enumerable.Range(0, 200).Select(_ => Number(chance))];
        CheckResult belong = Check(
            "labels_belong", x.Select(one => $"{one.ToString(CultureInfo.InvariantCulture)},{(one > 0.5 ? "yes" : "no")}"));
        Assert.Equal(CheckOutcome.Passed, belong.Outcome);
    }

    [Theory]
    [InlineData(null, "number_taken_for_classes")]
    [InlineData("classes", "class_without_rows")]
    public void A_class_without_training_rows_is_told_and_the_field_that_says_what_a_target_is(string? kind, string id)
    {
        // Values of some rows each, and one of a single row, which stands in the middle of the rows and is kept for validation.
        (int n, int values) = kind is null ? (73, 12) : (17, 2);
        string[] rows = [.. Enumerable.Range(0, n).Select(row => $"{row},{(row == n / 2 ? 99 : row % values)}")];
        CheckResult classes = Enumerable.Range(1, 50)
            .Select(seed => Check("classes", rows, seed, kind is null ? "" : $", \"target_kind\": \"{kind}\", \"validation\": 0.5"))
            .First(check => check.Outcome == CheckOutcome.Failed);
        Assert.Equal(id, classes.Fault!.Id);
        Assert.Contains("'99'", classes.Why, StringComparison.Ordinal);
        Assert.Contains("data.target_kind to number", classes.Fault.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_next_to_no_rows_is_told_and_raises_no_alarm()
    {
        string[] rows = [.. Enumerable.Range(0, 73).Select(row => $"{row},{(row == 36 ? 99 : row % 2)}")];
        CheckResult classes = Enumerable.Range(1, 50)
            .Select(seed => Check("classes", rows, seed, ", \"target_kind\": \"classes\", \"validation\": 0.5"))
            .First(check => check.Outcome != CheckOutcome.Passed);
        Assert.Equal(CheckOutcome.Undecided, classes.Outcome);
        Assert.Contains("'99'. Of all 73 rows of the table 1 are of such a class", classes.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "data": { "set": "iris", "misaligned_labels": 0.3 } }""", "labels_misaligned")]
    [InlineData("""{ "data": { "set": "diabetes", "misaligned_labels": 0.3 } }""", "labels_misaligned")]
    [InlineData("""{ "data": { "set": "digits", "rows": 400, "label_noise": 0.8 } }""", "labels_changed")]
    [InlineData("""{ "data": { "set": "digits", "rows": 400, "label_noise": 0.3 } }""", null)]
    [InlineData("""{ "data": { "set": "diabetes", "label_noise": 0.2 } }""", null)]
    [InlineData("""{ "data": { "set": "diabetes" }, "slips": { "labels_divided": 255 } }""", null)]
    [InlineData("""{ "data": { "set": "iris" } }""", null)]
    public void Labels_are_compared_with_the_table_and_noise_is_no_fault_until_most_of_them_are_others(string json, string? id)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        using StartProbe probe = new(spec, data, Seed, CancellationToken.None);
        Assert.Equal(id, LabelChecks.AreKept(probe).Fault?.Id);
    }

    [Theory]
    [InlineData("""{ "data": { "set": "iris", "label_noise": 1 } }""", "labels_changed")]
    [InlineData("""{ "data": { "set": "diabetes", "label_noise": 1, "target_scaling": "none" } }""", "labels_changed")]
    [InlineData("""{ "data": { "set": "iris", "misaligned_labels": 1 } }""", "labels_misaligned")]
    [InlineData("""{ "data": { "set": "diabetes", "misaligned_labels": 1 } }""", "labels_misaligned")]
    public void Labels_that_were_changed_are_told_from_labels_that_were_moved(string json, string id)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        using StartProbe probe = new(spec, data, Seed, CancellationToken.None);
        Fault fault = LabelChecks.Belong(probe).Fault!;
        Assert.Equal(id, fault.Id);
        TrainingSpec repaired = spec.With(Repair.Of(fault, spec));
        Assert.Equal((0, 0), (repaired.Data.LabelNoise, repaired.Data.MisalignedLabels));
    }

    [Fact]
    public void A_target_that_holds_no_finite_number_is_one_sentence()
    {
        string[] rows = [.. Enumerable.Range(0, 60).Select(row => $"{row},{(row == 30 ? "1e999" : $"{row}")}")];
        Assert.Contains("'1e999', which is no finite number", Assert.Throws<UserMistakeException>(
            () => Check("classes", rows, Seed, ", \"target_kind\": \"number\"")).Message, StringComparison.Ordinal);
        Assert.NotEqual("number_taken_for_classes", Check("classes", rows).Fault?.Id);
    }

    [Fact]
    public void Classes_that_are_written_as_numbers_pass_and_name_the_field()
    {
        CheckResult classes = Check("classes", Enumerable.Range(0, 60).Select(row => $"{row},{row % 3}"));
        Assert.Equal(CheckOutcome.Passed, classes.Outcome);
        Assert.Contains("data.target_kind", classes.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Class_numbers_cannot_be_divided_by_less_than_1() => Assert.Contains(
        "labels_divided is 0.5", Assert.Throws<UserMistakeException>(() => SpecData.Prepare(
            TrainingSpec.Parse("""{ "slips": { "labels_divided": 0.5 } }"""), Seed)).Message, StringComparison.Ordinal);

    private static double Number(Random chance) => Math.Round(chance.NextDouble(), 4);

    private CheckResult Check(string id, IEnumerable<string> rows, int seed = Seed, string fields = "")
    {
        File.WriteAllLines(Path.Combine(_folder.FullName, "rows.csv"), ["x,target", .. rows]);
        var spec = TrainingSpec.Parse($$"""{ "data": { "file": "rows.csv", "target": "target"{{fields}} } }""") with
        {
            Home = _folder.FullName,
        };
        using var data = SpecData.Prepare(spec, seed);
        using StartProbe probe = new(spec, data, seed, CancellationToken.None);
        return id == "classes" ? LabelChecks.Classes(probe) : LabelChecks.Belong(probe);
    }
}
