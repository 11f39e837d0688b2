using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>A tool as a command: options, check, answer, exit code.</summary>
internal static class ToolCommand
{
    /// <summary>
    /// Answers what was typed. 0: all is well; 3: it is not, and the answer says what; 2: what was asked makes no
    /// sense; 1: a defect of ours; 130: cancelled.
    /// </summary>
    public static int Run(string[] args, ITool tool, CommandConsole speaker, CancellationToken cancellation = default)
    {
        Interruption? interruption = null;
        try
        {
            CommandLine line = new(args, tool.Options, takesWords: true);
            if (line.AsksForHelp)
            {
                HelpPage.Write(speaker.Output, tool);
                return ExitCode.Done;
            }

            ToolContext context =
                new(line.Checked(), speaker.Output, () => (interruption = new(speaker.Complain, cancellation)).Token);
            bool isWell = tool.Answer(context);
            return interruption?.Token.IsCancellationRequested == true ? Cancelled(speaker)
                : isWell ? ExitCode.Done
                : ExitCode.AnswerIsNo;
        }
        catch (OperationCanceledException) when (interruption?.Token.IsCancellationRequested == true)
        {
            return Cancelled(speaker);
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
        finally
        {
            interruption?.Dispose();
        }
    }

    private static int Cancelled(CommandConsole speaker)
    {
        speaker.Complain("Cancelled.");
        return ExitCode.Cancelled;
    }
}
