namespace MlMaths.Torch.Cli;

/// <summary>Says nothing, for <c>--quiet</c>.</summary>
internal sealed class SilentProgress : RunProgress
{
    public override ProgressStage Stage(string name, double steps = 1) => new Silence();

    public override void Say(string sentence)
    {
    }

    private sealed class Silence : ProgressStage
    {
        public override void Advance(double steps = 1)
        {
        }

        public override void Tell(string standing)
        {
        }

        public override void Dispose()
        {
        }
    }
}
