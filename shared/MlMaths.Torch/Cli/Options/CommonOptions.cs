using System.Text.RegularExpressions;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Cli;

/// <summary>The options that every command has.</summary>
/// <param name="DataFile">A CSV file of one's own, or the name of an embedded set; null: the project's own set.</param>
/// <param name="Target">The column to predict; null: that of the embedded set.</param>
/// <param name="LeaveOut">Columns that nothing looks at, separated by commas; null for none.</param>
/// <param name="Positive">The value of the target that counts as positive; null: the project's choice.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Device"><c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
/// <param name="OutputFolder">Where the run folder is made.</param>
/// <param name="Resume">The folder of a run that goes on; null to begin one.</param>
/// <param name="Quick">A small, fast version of the same run.</param>
/// <param name="Quiet">Nothing on the console but mistakes.</param>
/// <param name="Verbose">The log on the console, too.</param>
public sealed partial record CommonOptions(
    string? DataFile, string? Target, string? LeaveOut, string? Positive, int Seed, string Device, string OutputFolder,
    string? Resume, bool Quick, bool Quiet, bool Verbose)
{
    /// <summary>How the file is written, and what its columns are.</summary>
    public TableOptions Table { get; init; } = new();

    private static readonly ProjectOption<string?> DataOption = ProjectOption.Text(
        "--data", "FILE.csv", "the embedded data set", $"A CSV file of your own, as it is; or {EmbeddedNames}.");

    private static readonly ProjectOption<string?> TargetOption = ProjectOption.Text(
        "--target", "COLUMN", "that of the embedded set", "The column to predict, where --data is your own file.");

    private static readonly ProjectOption<string?> LeaveOutOption = ProjectOption.Text(
        "--leave-out", "COLUMN,COLUMN", "none", "Columns to ignore, such as names, row numbers or texts.");

    private static readonly ProjectOption<string?> PositiveOption = ProjectOption.Text(
        "--positive", "VALUE", "chosen by the project", "The value of the target that counts as positive.");

    /// <summary><c>--seed</c>, for commands that have few of the others.</summary>
    public static ProjectOption<int> SeedOption { get; } = ProjectOption.WholeNumber(
        "--seed", 7, "Seed of every random choice: the same seed gives the same numbers.");

    private static readonly ProjectOption<string> DeviceOption = new(
        "--device", "auto|cpu|cuda|cuda:N", "Device for the tensors.", "auto", "auto", "auto, cpu, cuda "
        + "or cuda:N", "cpu",
        (string given, out string value) => DeviceShape().IsMatch(value = given));

    private static readonly ProjectOption<string> OutOption = new(
        "--out", "DIR", "Folder in which the run folder is created.", "runs", "runs", "the name of a folder", "runs",
        (string given, out string value) => (value = given).Trim().Length > 0);

    private static readonly ProjectOption<string?> ResumeOption = ProjectOption.Text(
        "--resume", "RUN_FOLDER", "a new run", "Continue a run that was cancelled or killed.");

    private static readonly ProjectOption<bool> QuickOption = ProjectOption.Switch("--quick", "A small, fast version "
        + "of the same run.");
    private static readonly ProjectOption<bool> QuietOption = ProjectOption.Switch("--quiet", "Print only errors.");
    private static readonly ProjectOption<bool> VerboseOption = ProjectOption.Switch("--verbose", "Print the log and "
        + "stack traces.");

    internal static IReadOnlyList<ProjectOption> All { get; } = For(readsData: true);

    /// <summary>Those that make sense for a command.</summary>
    internal static IReadOnlyList<ProjectOption> For(bool readsData) =>
        readsData
        ?
        [
            DataOption, TargetOption, LeaveOutOption, PositiveOption, .. TableOptionSet.All, SeedOption, DeviceOption,
                OutOption, ResumeOption,
            QuickOption, QuietOption, VerboseOption,
        ]
        : [SeedOption, OutOption, ResumeOption, QuickOption, QuietOption, VerboseOption];

    /// <summary>How a table is written and what its columns are, for commands that have few of the others.</summary>
    public static IReadOnlyList<ProjectOption> OfTables { get; } = [LeaveOutOption, .. TableOptionSet.All];

    /// <summary><c>--json</c>, of the commands that can answer another program.</summary>
    internal static ProjectOption<bool> JsonOption { get; } = ProjectOption.Switch(
        "--json", "Print only the measurements, as JSON; no report is written.");

    /// <summary>What may stand beside <c>--resume</c>; all else is as it was when the run began.</summary>
    internal static IReadOnlyList<ProjectOption> OfResuming { get; } = [ResumeOption, DeviceOption, QuietOption, VerboseOption];

    internal static CommonOptions From(IReadOnlyDictionary<ProjectOption, object?> values)
    {
        return new(
            Of(DataOption), Of(TargetOption), Of(LeaveOutOption), Of(PositiveOption), Of(SeedOption), Of(DeviceOption),
            Of(OutOption), Of(ResumeOption),
            Of(QuickOption), Of(QuietOption), Of(VerboseOption))
        {
            Table = TableOptionSet.From(values),
        };

        T Of<T>(ProjectOption<T> option) => (T)(values.TryGetValue(option, out object? value) ? value : option.Read(null))!;
    }

    private static string EmbeddedNames => string.Join(", ", DatasetCatalogue.All.Select(entry => entry.Name));

    /// <summary>The rows that were asked for: a file of the user's, or an embedded set by its name.</summary>
    /// <param name="embedded">The project's own set, where nothing was asked for.</param>
    /// <param name="roles">What else than the target has a role; <c>--target</c> is added here.</param>
    /// <param name="told">Told the share of the rows that is read, now and then; null for nobody.</param>
    /// <param name="command">What was typed, with options added, ready to be typed; null where nothing was.</param>
    /// <param name="encodesCategories">Whether texts become features, or stay outside for checks.</param>
    /// <exception cref="UserMistakeException">The file cannot be used as it is.</exception>
    internal Dataset ReadData(
        string embedded, ColumnRoles? roles = null, Action<double>? told = null,
        Func<IReadOnlyList<(string Option, string? Value)>, string>? command = null, bool encodesCategories = true)
    {
        ColumnRoles all = (roles ?? new()) with { Target = Target, LeftOut = NameList.Parse(LeaveOut) };
        TableOptions table = Table with { EncodeCategories = encodesCategories };
        bool isEmbedded = DataFile is null || (!File.Exists(DataFile) && DatasetCatalogue.All.Any(entry => entry.Name == DataFile));
        return isEmbedded
            ? DatasetCatalogue.Load(DataFile ?? embedded, all, table, command)
            : CsvDataset.Read(DataFile!, all, table, told, command);
    }

    [GeneratedRegex(@"^(auto|cpu|cuda(:[0-9]{1,3})?)\z")]
    private static partial Regex DeviceShape();
}
