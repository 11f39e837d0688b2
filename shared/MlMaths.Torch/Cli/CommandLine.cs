using System.CommandLine;
using System.CommandLine.Parsing;

namespace MlMaths.Torch.Cli;

/// <summary>What was typed, as options. What cannot be understood is a mistake, told in one sentence.</summary>
internal sealed class CommandLine
{
    public const string Help = "--help";

    private static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    private readonly Dictionary<ProjectOption, Option> _parsers;
    private readonly Option<bool> _help = new(Help, "-h", "-?") { Arity = ArgumentArity.Zero };
    private readonly ParseResult _parsed;
    private readonly bool _takesWords;

    /// <param name="args">What was typed.</param>
    /// <param name="options">What may be asked.</param>
    /// <param name="takesWords">Whether words may stand outside options: an expression, a name.</param>
    public CommandLine(string[] args, IEnumerable<ProjectOption> options, bool takesWords = false)
    {
        _takesWords = takesWords;
        _parsers = options.ToDictionary(option => option, Parser);
        var root = new RootCommand();
        root.Options.Clear();
        root.Directives.Clear();
        root.Options.Add(_help);
        foreach (Option parser in _parsers.Values)
            root.Options.Add(parser);
        _parsed = root.Parse(args, Plain);
    }

    public bool AsksForHelp => _parsed.GetResult(_help) is { Implicit: false };

    /// <summary>Every value, typed or default, checked one by one.</summary>
    public ParsedOptions Checked()
    {
        if (_parsed.UnmatchedTokens.FirstOrDefault(token =>
            !_takesWords || token.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
        {
            throw new UserMistakeException(WhyUnknown(unknown));
        }

        Dictionary<ProjectOption, object?> values = [];
        HashSet<ProjectOption> given = [];
        foreach ((ProjectOption option, Option parser) in _parsers)
        {
            string? typed = _parsed.GetResult(parser) is { Implicit: false } result ? Typed(option, result) : null;
            values[option] = option.Read(typed);
            if (typed is not null)
                given.Add(option);
        }

        return new(values, given, _parsed.UnmatchedTokens);
    }

    private static Option Parser(ProjectOption option) => option.IsSwitch
        ? new Option<bool>(option.Name) { Arity = ArgumentArity.Zero }
        : new Option<string>(option.Name) { Arity = ArgumentArity.ExactlyOne };

    private string Typed(ProjectOption option, OptionResult result)
    {
        if (option.IsSwitch)
            return bool.TrueString;
        if (result.Tokens.Count > 1)
            throw new UserMistakeException($"{option.Name} is given {result.Tokens.Count} times, and may be given only once.");
        if (result.Tokens.Count == 0 || _parsers.Keys.Any(other => other.Name == result.Tokens[0].Value))
        {
            throw new UserMistakeException(
                $"{option.Name} has no value, and may be {option.MayBe}: for instance {option.Name} {option.Example}.");
        }

        return result.Tokens[0].Value;
    }

    private string WhyUnknown(string token)
    {
        if (!token.StartsWith('-') || token.Length < 2 || char.IsAsciiDigit(token[1]))
        {
            return $"{Quoted.Value(token)} belongs to no option: a value follows its option, as in --seed 7, "
                + $"and {Help} lists them all.";
        }

        string name = token.Split('=', ':')[0];
        string? near = NearestName.Of(name, _parsers.Keys.Select(option => option.Name).Append(Help));
        return near is null
            ? $"{Quoted.Value(name)} is not an option of this command: {Help} lists them all."
            : $"{Quoted.Value(name)} is not an option of this command: did you mean {near}?";
    }
}
