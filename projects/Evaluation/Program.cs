using MlMaths.Torch.EvaluationPack;

return EvaluationProgram.Commands.Run(args);
