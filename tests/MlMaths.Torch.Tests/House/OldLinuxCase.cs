namespace MlMaths.Torch.Tests.House;

/// <summary>A library that a build on an older Linux meets.</summary>
/// <param name="Library">The file that it would copy.</param>
/// <param name="Mended">Where a mended copy of it goes.</param>
/// <param name="Host">The C++ library of the machine.</param>
/// <param name="Sha256">What its package has; empty where that is not asked.</param>
/// <param name="Before">What is in the file.</param>
internal sealed record OldLinuxCase(string Library, string Mended, string Host, string Sha256, byte[] Before)
{
    /// <summary>What the task of shared/build/OldLinux.targets says to each, and which file it would have a build copy.</summary>
    public static Command Mend(string project, IReadOnlyDictionary<string, OldLinuxCase> cases)
    {
        File.WriteAllText(project, $"""
            <Project DefaultTargets="Mend">
              <Import Project="{Path.Combine(Repository.Folder, "shared", "build", "OldLinux.targets")}" />
              <Target Name="Mend">{string.Concat(cases.Select(one => one.Value.Step(one.Key)))}
              </Target>
            </Project>
            """);
        return Command.Run("dotnet", ["msbuild", project, "-nologo", "-v:m", "-nodeReuse:false"]);
    }

    /// <summary>What was said to each, line by line.</summary>
    public static Dictionary<string, string> Said(Command build) => build.Output.Split("case=").Skip(1)
        .Select(part => part.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(lines => lines[0].TrimEnd(';'), lines => string.Join('\n', lines.Skip(1)));

    private string Step(string name) => $"""

                <Message Importance="high" Text="case={name};" />
                <PropertyGroup><Use></Use></PropertyGroup>
                <MendLibTorchSharp Library="{Library}" Mended="{Mended}" LibStdCxx="{Host}" Sha256="{Sha256}"
                                   ContinueOnError="ErrorAndContinue">
                  <Output TaskParameter="Use" PropertyName="Use" />
                </MendLibTorchSharp>
                <Message Importance="high" Text="use=$(Use);" />
        """;
}
