using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>A command's options, without the command being run.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Verb">The word after it; null where it has one command only.</param>
/// <param name="Options">Its own and the common ones.</param>
/// <param name="Check">Reads and checks words.</param>
internal sealed record FuzzedCommand(string Program, string? Verb, IReadOnlyList<ProjectOption> Options,
    Action<string[]> Check)
{
    public IReadOnlyList<string> Names { get; } =
        [.. Options.Select(option => option.Name), "--seedd", "-h", "--", "-1"];

    public static FuzzedCommand Of<T>(string program, IProject<T> project)
    {
        ProjectOption[] options = [.. project.Options, .. CommonOptions.For(project.ReadsData)];
        return new(program, project.Verb, options, words =>
        {
            CommandLine line = new(words, options, takesWords: project.Words is not null);
            if (!line.AsksForHelp)
                project.Checked(line.Checked());
        });
    }

    /// <summary>Each option with its own example.</summary>
    public IEnumerable<string> Good() => Options
        .Select(option => option.IsSwitch ? option.Name : $"{option.Name}\n{option.Example}");
}
