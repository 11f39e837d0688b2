using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Cli;

/// <summary>
/// An option of a command, which knows what it may be: a value that makes no sense ends the command with one sentence that names
/// the flag, the value and what is allowed.
/// </summary>
public abstract partial class ProjectOption
{
    /// <summary>A longer list of words would leave no room for the help's sentences.</summary>
    private const int WidestChoice = 24;

    private protected ProjectOption(string name, string placeholder, string description, string whenAbsent, string mayBe, string example) =>
        (Name, Placeholder, Description, WhenAbsent, MayBe, Example) = (name, placeholder, description, whenAbsent, mayBe, example);

    /// <summary>As it is typed, with its two dashes.</summary>
    public string Name { get; }

    /// <summary>Stands for the value in the help; empty for a switch.</summary>
    public string Placeholder { get; }

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; }

    /// <summary>What holds when it is not given.</summary>
    public string WhenAbsent { get; }

    /// <summary>What the value may be: <c>a whole number from 1 to 10</c>.</summary>
    internal string MayBe { get; }

    /// <summary>A value that works.</summary>
    internal string Example { get; }

    /// <summary>Whether the command makes no sense without it.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>Whether giving it is all there is to say.</summary>
    internal bool IsSwitch => Placeholder.Length == 0;

    /// <summary>The name in <c>results.json</c>: <c>cost_miss</c> for <c>--cost-miss</c>.</summary>
    internal string Key => Name.TrimStart('-').Replace('-', '_');

    /// <summary>The value that the text stands for, or the default where nothing was given.</summary>
    internal abstract object? Read(string? given);

    /// <summary>A number within a range, both ends included.</summary>
    public static ProjectOption<double> Number(
        string name, double whenAbsent, string description, double from = double.NegativeInfinity, double to = double.PositiveInfinity) =>
        new(name, "NUMBER", description, whenAbsent, Invariant(whenAbsent), Range("a number", from, to), Invariant(whenAbsent),
            (string given, out double value) => TryNumber(given, from, to, out value));

    /// <summary>A number within a range, both ends included, or none, with what that means.</summary>
    public static ProjectOption<double?> OptionalNumber(
        string name, string whenAbsent, string description, double example,
        double from = double.NegativeInfinity, double to = double.PositiveInfinity) =>
        new(name, "NUMBER", description, null, whenAbsent, Range("a number", from, to), Invariant(example),
            (string given, out double? value) =>
            {
                bool isNumber = TryNumber(given, from, to, out double number);
                value = number;
                return isNumber;
            });

    /// <summary>A whole number within a range, both ends included.</summary>
    public static ProjectOption<int> WholeNumber(
        string name, int whenAbsent, string description, int from = 0, int to = int.MaxValue) =>
        new(name, "N", description, whenAbsent, Invariant(whenAbsent),
            Range("a whole number", from, to == int.MaxValue ? double.PositiveInfinity : to), Invariant(whenAbsent),
            (string given, out int value) =>
                int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
                && value >= from
                && value <= to);

    /// <summary>One of a few words, each a member of an enumeration in lower case: <c>two-moons</c> for <c>TwoMoons</c>.</summary>
    public static ProjectOption<TChoice> Choice<TChoice>(string name, TChoice whenAbsent, string description) where TChoice : struct, Enum
    {
        Dictionary<string, TChoice> byWord = Enum.GetValues<TChoice>().ToDictionary(Word);
        string words = string.Join('|', byWord.Keys);
        string placeholder = words.Length <= WidestChoice ? words : "WORD";
        return new(
            name, placeholder, description, whenAbsent, Word(whenAbsent), string.Join(", ", byWord.Keys), Word(whenAbsent),
            byWord.TryGetValue);
    }

    /// <summary>Any text, or none, with what that means.</summary>
    public static ProjectOption<string?> Text(string name, string placeholder, string whenAbsent, string description) =>
        new(name, placeholder, description, null, whenAbsent, "any text that is not empty", placeholder, TryText);

    /// <summary>A text that has to be given: the command says what is missing, and the help that it is required.</summary>
    public static ProjectOption<string?> Required(string name, string placeholder, string description) =>
        new(name, placeholder, description, null, "required", "any text that is not empty", placeholder, TryText) { IsRequired = true };

    /// <summary>Off unless given.</summary>
    public static ProjectOption<bool> Switch(string name, string description) =>
        new(name, "", description, false, "off", "no value at all", "",
            (string given, out bool value) => bool.TryParse(given, out value));

    private static bool TryText(string given, out string? value) => (value = given).Length > 0;

    private static bool TryNumber(string given, double from, double to, out double value) =>
        double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value) && value >= from && value <= to;

    private static string Range(string kind, double from, double to) => (double.IsFinite(from), double.IsFinite(to)) switch
    {
        (true, true) => $"{kind} from {Readable(from)} to {Readable(to)}",
        (true, false) => $"{kind} of at least {Readable(from)}",
        (false, true) => $"{kind} of at most {Readable(to)}",
        (false, false) => kind,
    };

    // 1,000,000 rather than 1000000, and 1e-9 rather than 1E-09.
    private static string Readable(double number) => Math.Abs(number) switch
    {
        >= 10_000 => number.ToString("#,0.###", CultureInfo.InvariantCulture),
        > 0 and < 1e-4 => number.ToString("0.###e-0", CultureInfo.InvariantCulture),
        _ => Invariant(number),
    };

    private static string Invariant(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word<TChoice>(TChoice choice) where TChoice : struct, Enum =>
        CapitalInside().Replace(choice.ToString(), "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex CapitalInside();
}
