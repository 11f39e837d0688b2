using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;
using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>A project as a command: options, check, run, exit code.</summary>
public static class ProjectCommand
{
    /// <summary>
    /// Runs the project with what was typed. 0: done; 2: what was asked makes no sense, or the machine does not allow
    /// it; 1: a defect of ours; 130: cancelled.
    /// </summary>
    /// <param name="args">What was typed.</param>
    /// <param name="project">What to run.</param>
    /// <param name="console">Where results go; standard output by default.</param>
    /// <param name="errors">Where mistakes go; standard error by default.</param>
    /// <param name="clock">The time; the system's by default.</param>
    /// <param name="cancellationToken">Stops the run as Ctrl-C does.</param>
    public static int Run<TOptions>(
        string[] args, IProject<TOptions> project,
        IAnsiConsole? console = null, IAnsiConsole? errors = null, TimeProvider? clock = null,
        CancellationToken cancellationToken = default)
    {
        CommandConsole speaker = CommandConsole.Standard(console, errors);
        try
        {
            CommandLine line = Line(args, project);
            if (line.AsksForHelp)
            {
                HelpPage.Write(speaker.Output, project);
                return ExitCode.Done;
            }

            ParsedOptions options = line.Checked();
            if (project is IAnswersAsJson<TOptions> answering && options.Of(CommonOptions.JsonOption))
                return Print(answering, options, speaker);
            using InterruptedRun? interrupted = Resumed(options, project.Name);
            StartedCommand command = new(project.Verb, interrupted?.Record.Args ?? args, interrupted);
            if (interrupted is not null)
                options = Line([.. command.Args], project).Checked().ContinuedBy(options);
            TOptions own = project.Checked(options);
            if (project is IPrintsDocument<TOptions> printing && printing.Document(own, options.Common, cancellationToken) is { } document)
                return Print(document, options, speaker);
            if (interrupted is null)
                OutputFolder.RequireWritable(options.Common.OutputFolder);
            using Interruption interruption = new(speaker.Complain, cancellationToken);
            using ProjectRun run = new(project.Name, command, options, speaker, clock ?? TimeProvider.System);
            return Follow(project, own, options, command, run, speaker, clock ?? TimeProvider.System, interruption.Token);
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
    }

    private static CommandLine Line<TOptions>(string[] args, IProject<TOptions> project) =>
        new(args, [.. OwnOptions(project), .. CommonOptions.For(project.ReadsData)], takesWords: project.Words is not null);

    /// <summary>Its own, and <c>--json</c> where it answers programs.</summary>
    internal static IReadOnlyList<ProjectOption> OwnOptions<TOptions>(IProject<TOptions> project) =>
        project is IAnswersAsJson<TOptions> ? [.. project.Options, CommonOptions.JsonOption] : project.Options;

    private static int Print<TOptions>(IAnswersAsJson<TOptions> project, ParsedOptions options, CommandConsole speaker)
    {
        RequireNoFolder(options, "--json");
        Measurements measured = project.Measure(project.Checked(options));
        speaker.Say(new ResultDocument("metrics.json", measured.ToArray()).ToJson().TrimEnd());
        return ExitCode.Done;
    }

    private static int Print(PrintedDocument document, ParsedOptions options, CommandConsole speaker)
    {
        RequireNoFolder(options, "A command that prints its answer");
        speaker.Print(new ResultDocument("printed.json", document.Content).ToJson().TrimEnd());
        return document.IsNo ? ExitCode.AnswerIsNo : ExitCode.Done;
    }

    private static void RequireNoFolder(ParsedOptions options, string what)
    {
        if (options.Given.FirstOrDefault(option => option.Name is "--out" or "--resume") is { } folder)
            throw new UserMistakeException($"{what} writes no run folder, but {folder.Name} names one: leave out one of the two.");
    }

    /// <summary>The run that <c>--resume</c> names; null where a new one is begun.</summary>
    private static InterruptedRun? Resumed(ParsedOptions typed, string project)
    {
        if (typed.Common.Resume is not { } folder)
            return null;
        typed.RequireOnlyResuming();
        return InterruptedRun.Open(folder, project);
    }

    private static int Follow<TOptions>(
        IProject<TOptions> project, TOptions own, ParsedOptions options, StartedCommand command, ProjectRun run, CommandConsole speaker,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            ProjectResult result = speaker.Follow(options.Common, clock, progress =>
            {
                RunContext context = new(
                    options.Common, progress, run.Logger, clock, run.Stages, project.Scale, command, cancellationToken);
                PreparedRun prepared = project.Prepare(own, context);
                ProjectResult found = prepared.WithPreparation(prepared.Work(run.Begin(prepared, context)));
                return found.SpeaksFirst ? found : Written(found, run, progress, cancellationToken);
            });
            if (result.SpeaksFirst)
            {
                if (!options.Common.Quiet) speaker.Answer(result.Spoken);
                speaker.Follow(options.Common, clock, progress => Written(result, run, progress, cancellationToken));
            }

            if (!options.Common.Quiet)
            {
                speaker.Conclude(result.SpeaksFirst ? [] : result.Spoken, [.. result.Headline.Select(id => result.Measurements[id])],
                    Path.Combine(run.Folder!, "report.html"));
            }

            return result.IsNo ? ExitCode.AnswerIsNo : ExitCode.Done;
        }
        catch (UserMistakeException)
        {
            run.Withdraw();
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Logger.Cancelled();
            run.Abort(RunStatus.Cancelled);
            speaker.Complain(run.Folder is null ? "Cancelled." : $"Cancelled; continue it with: {command.Continuing(run.Folder)}");
            return ExitCode.Cancelled;
        }
        catch (Exception cause) when (MachineLimit.Of(cause, run.Folder ?? options.Common.OutputFolder) is { } limit)
        {
            run.Logger.Stopped(cause);
            run.Abort(RunStatus.Failed);
            speaker.Complain(limit.Sentence(run.Folder is { } folder ? command.Continuing(folder) : null));
            return ExitCode.UsersMistake;
        }
        catch (Exception defect)
        {
            return Fail(defect, options.Common.Verbose, run, speaker);
        }
    }

    private static ProjectResult Written(ProjectResult found, ProjectRun run, RunProgress progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using ProgressStage stage = progress.Stage(ProjectRun.Writing);
        run.Complete(found, stage.Advance, cancellationToken);
        return found;
    }

    /// <summary>A defect is told in a sentence; its stack trace is for who mends it.</summary>
    private static int Fail(Exception defect, bool verbose, ProjectRun run, CommandConsole speaker)
    {
        run.Logger.Failed(defect);
        run.Abort(RunStatus.Failed);
        string where = run.Folder is { } folder
            ? $"the stack trace is in {Quoted.Path(Path.Combine(folder, LogFile.Name))}"
            : verbose ? "the stack trace is above" : "run it again with --verbose to see the stack trace";
        speaker.Complain($"This is a bug in the program ({defect.GetType().Name}: {Quoted.Path(defect.Message)}); "
            + $"{where}.");
        return ExitCode.OurDefect;
    }
}
