using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>A tool as a command: options, check, answer, exit code.</summary>
internal static class ToolCommand
{
    /// <summary>
    /// Answers what was typed. 0: all is well; 3: it is not, and the answer says what; 2: what was asked makes no
    /// sense; 1: a defect of ours.
    /// </summary>
    public static int Run(string[] args, ITool tool, CommandConsole speaker, CancellationToken cancellation = default)
    {
        try
        {
            CommandLine line = new(args, tool.Options, takesWords: true);
            if (line.AsksForHelp)
            {
                HelpPage.Write(speaker.Output, tool);
                return ExitCode.Done;
            }

            return tool.Answer(new ToolContext(line.Checked(), speaker.Output, cancellation)) ? ExitCode.Done : ExitCode.AnswerIsNo;
        }
        catch (UserMistakeException mistake)
        {
            speaker.Complain(mistake.Message);
            return ExitCode.UsersMistake;
        }
        catch (Exception cause) when (MachineLimit.Of(cause, ".") is { } limit)
        {
            speaker.Complain(limit.Sentence(null));
            return ExitCode.UsersMistake;
        }
        catch (Exception defect)
        {
            speaker.Complain($"This is a bug in the program: {defect}");
            return ExitCode.OurDefect;
        }
    }
}
